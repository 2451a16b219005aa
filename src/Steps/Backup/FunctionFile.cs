using SonicBridge.Contracts;

namespace SonicBridge.Steps.Backup;

/// <summary>The files of a function's backup.</summary>
internal static class FunctionFile
{
    /// <summary>The code, as it was uploaded.</summary>
    public const string Code = $"{LambdaSnapshot.Below}code.zip";

    public static JsonFile<FunctionRecord> Function { get; } =
        new($"{LambdaSnapshot.Below}function.json", FunctionJson.Default.FunctionRecord);
    public static JsonFile<IReadOnlyList<AliasRecord>> Aliases { get; } =
        new($"{LambdaSnapshot.Below}aliases.json", FunctionJson.Default.IReadOnlyListAliasRecord);
    public static JsonFile<IReadOnlyList<VersionRecord>> Versions { get; } =
        new($"{LambdaSnapshot.Below}versions.json", FunctionJson.Default.IReadOnlyListVersionRecord);
    public static JsonFile<ConcurrencyRecord> Concurrency { get; } =
        new($"{LambdaSnapshot.Below}concurrency.json", FunctionJson.Default.ConcurrencyRecord);
    public static JsonFile<IReadOnlyList<EventSourceRecord>> EventSources { get; } =
        new($"{LambdaSnapshot.Below}event-sources.json", FunctionJson.Default.IReadOnlyListEventSourceRecord);
}
