using System.Text.Json.Serialization;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts;

/// <summary>How the files of a call's folder are written: camel case, nothing for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CallDescription))]
[JsonSerializable(typeof(CallConfiguration))]
[JsonSerializable(typeof(LaunchTicket))]
[JsonSerializable(typeof(Playlist))]
[JsonSerializable(typeof(Progress))]
[JsonSerializable(typeof(Checkpoint))]
[JsonSerializable(typeof(Chapter))]
[JsonSerializable(typeof(Disconnection))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(CallOutcome))]
[JsonSerializable(typeof(OutcomeRecord))]
public sealed partial class ContractsJson : JsonSerializerContext;
