using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>Leaves out of a journal what would only clutter a picture.</summary>
public static class PictureEntries
{
    /// <summary>
    /// The entries that are drawn: a state as it is left, a prompt as it was played, and a step of the flow when it is
    /// first come to (the loop's rounds are seen by their Lambda).
    /// </summary>
    public static IReadOnlyList<JournalEntry> Of(IReadOnlyList<JournalEntry> entries)
    {
        var steps = new HashSet<string>();
        return
        [
            .. entries.Where(entry =>
                entry.Lane switch
                {
                    Lane.Flow => entry.Duration > TimeSpan.Zero || steps.Add(entry.Text),
                    Lane.Execution => entry.Duration > TimeSpan.Zero,
                    _ => true,
                }
            ),
        ];
    }
}
