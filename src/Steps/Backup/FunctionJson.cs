using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Backup;

/// <summary>How the files of a function's backup are written: camel case, nothing for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(FunctionRecord))]
[JsonSerializable(typeof(IReadOnlyList<AliasRecord>))]
[JsonSerializable(typeof(IReadOnlyList<VersionRecord>))]
[JsonSerializable(typeof(IReadOnlyList<EventSourceRecord>))]
[JsonSerializable(typeof(ConcurrencyRecord))]
internal sealed partial class FunctionJson : JsonSerializerContext;
