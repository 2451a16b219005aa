using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Backup;

/// <summary><c>family.json</c>: which revisions of the family could be run.</summary>
/// <param name="Family">The family.</param>
/// <param name="Active">The ARNs of its active revisions, the newest first: that one the family's name alone means.</param>
internal sealed record FamilyRecord(string Family, IReadOnlyList<string> Active)
{
    /// <summary>The revision that the family's name alone means.</summary>
    [JsonIgnore]
    public TaskRevision Newest => TaskRevision.Parse(Active[0]);

    /// <summary>The file of one revision.</summary>
    public static string FileOf(TaskRevision revision) =>
        $"{TaskDefinitionSnapshot.Below}{revision.Family}-{revision.Number}.json";
}
