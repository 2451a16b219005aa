namespace SonicBridge.Steps.Backup;

/// <summary>A contact flow or module as Amazon Connect has it now.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Metadata">What is known of it besides its content.</param>
/// <param name="Published">The content that callers meet.</param>
/// <param name="Saved">The draft, which is what was published unless somebody is at work on it.</param>
internal sealed record LiveFlow(FlowPlace Place, FlowMetadata Metadata, string Published, string Saved);

/// <summary>Names a contact flow, or a module, of an instance.</summary>
internal sealed record FlowPlace(bool IsModule, string Id)
{
    /// <summary>For a person.</summary>
    public string Noun => IsModule ? "module" : "contact flow";

    /// <summary>The folder of its files in a backup.</summary>
    public string Folder => $"{FolderOfAll(IsModule)}{Id}/";

    public static string FolderOfAll(bool isModule) => isModule ? "backup/modules/" : "backup/flows/";
}
