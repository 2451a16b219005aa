using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary><c>verified/&lt;check&gt;.json</c>: what one proof came to, for the report.</summary>
/// <param name="Check">The function that looked.</param>
/// <param name="Ok">Whether all was well when it looked last.</param>
/// <param name="Detail">What it saw, in a sentence.</param>
internal sealed record Verified(string Check, bool Ok, string Detail)
{
    /// <summary>Each check has its file, since checks run side by side.</summary>
    public static JsonFile<Verified> FileOf(string check) =>
        new($"verified/{check}.json", MigrationJson.Default.Verified);
}
