namespace SonicBridge.Local.Migration;

/// <summary>What the <c>migrate</c> and <c>rollback</c> commands were asked for.</summary>
/// <param name="RollsBack">Whether the migration is taken back.</param>
/// <param name="Input">Of the migration's execution.</param>
/// <param name="Output">The folder for what is left.</param>
/// <param name="Keep">Whether the account stays afterwards.</param>
public sealed record RehearsalRequest(bool RollsBack, RehearsalInput Input, string Output, bool Keep)
{
    /// <summary>A folder with the product as it is deployed, or null.</summary>
    public string? Product { get; init; }
}
