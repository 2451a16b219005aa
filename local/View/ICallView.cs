using SonicBridge.Local.Call;

namespace SonicBridge.Local.View;

/// <summary>Shows a call while it happens.</summary>
public interface ICallView : IDisposable
{
    /// <summary>Something happened in the call.</summary>
    void Show(JournalEntry entry);

    /// <summary>A line outside the call: where the files are, how it ended.</summary>
    void Say(string line);
}
