using System.Globalization;

namespace SonicBridge.Local.Script;

/// <summary>How long the model keeps a stream, and the bridge's settings that fit: at AWS 8 minutes, 6 and 7.5.</summary>
public static class SessionLength
{
    /// <summary>In seconds: in less, no bridge can open a session ahead of time.</summary>
    public const int Shortest = 8;

    /// <summary>In seconds: the real model's.</summary>
    public const int Longest = 480;

    private const double RenewShare = 6.0 / 8;
    private const double ForceShare = 7.5 / 8;

    /// <summary>The settings by which a bridge looks for a pause, and gives up waiting for one, in proportion.</summary>
    public static Dictionary<string, string> BridgeSettings(TimeSpan session) =>
        new Dictionary<string, string>
        {
            ["RENEW_AFTER_SECONDS"] = Seconds(session * RenewShare),
            ["FORCE_RENEWAL_AFTER_SECONDS"] = Seconds(session * ForceShare),
        };

    private static string Seconds(TimeSpan time) =>
        Math.Floor(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
