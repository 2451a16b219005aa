using System.Globalization;

namespace SonicBridge.Local.Script;

/// <summary>How long the model keeps a stream, and the bridge's settings that fit: at AWS 8 minutes, 6 and 7.5.</summary>
public static class SessionLength
{
    /// <summary>In seconds: in less, no bridge can open a session ahead of time.</summary>
    public const int Shortest = 8;

    /// <summary>In seconds: the real model's.</summary>
    public const int Longest = 480;

    private const double LeastBeforeRenewal = 3;
    private const double RenewShare = 6.0 / 8;
    private const double ForceShare = 7.5 / 8;

    // The caller's turns do not shrink with the session, and a pause is looked for between two of them.
    private const double LongestTurn = 12;

    /// <summary>
    /// The settings by which a bridge looks for a pause, and gives up waiting for one: in proportion, and with time for a
    /// turn in between.
    /// </summary>
    public static Dictionary<string, string> BridgeSettings(TimeSpan session) =>
        new Dictionary<string, string>
        {
            ["RENEW_AFTER_SECONDS"] = Seconds(RenewAfter(session.TotalSeconds)),
            ["FORCE_RENEWAL_AFTER_SECONDS"] = Seconds(session.TotalSeconds * ForceShare),
        };

    private static double RenewAfter(double session) =>
        Math.Max(LeastBeforeRenewal, Math.Min(session * RenewShare, session - LongestTurn));

    private static string Seconds(double time) => Math.Floor(time).ToString(CultureInfo.InvariantCulture);
}
