using SonicBridge.Local.Call;

namespace SonicBridge.Local.View;

/// <summary>Shows a call while it happens.</summary>
public interface ICallView : IDisposable
{
    /// <summary>Something happened in the call.</summary>
    void Show(JournalEntry entry);

    /// <summary>How loud both sides are now, in dB of full scale (0 loudest, about -60 silence).</summary>
    void ShowLevels(double caller, double agent);

    /// <summary>A line outside the call: where the files are, how it ended.</summary>
    void Say(string line);
}
