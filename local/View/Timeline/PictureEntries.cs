using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>Leaves out of a journal what would only clutter a picture.</summary>
public static class PictureEntries
{
    /// <summary>The entries that are drawn: what was entered is drawn as it is left, and what was played is heard.</summary>
    public static IReadOnlyList<JournalEntry> Of(IReadOnlyList<JournalEntry> entries) =>
        [
            .. entries
                .Where(entry => entry.Lane != Lane.Flow || entry.Duration == TimeSpan.Zero)
                .Where(entry => entry.Lane != Lane.Execution || entry.Duration > TimeSpan.Zero),
        ];
}
