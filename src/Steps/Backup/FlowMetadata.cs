namespace SonicBridge.Steps.Backup;

/// <summary><c>metadata.json</c>: what is known of a flow or a module besides its content.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">Such as <c>CONTACT_FLOW</c>; null for a module.</param>
/// <param name="Description">What people say of it.</param>
/// <param name="State">ACTIVE, or ARCHIVED.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record FlowMetadata(
    string Id,
    string Arn,
    string Name,
    string? Type,
    string? Description,
    string State,
    IReadOnlyDictionary<string, string> Tags
)
{
    public const string FileName = "metadata.json";
}
