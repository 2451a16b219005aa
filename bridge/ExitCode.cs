namespace SonicBridge.Bridge;

/// <summary>What the process answers with.</summary>
internal static class ExitCode
{
    /// <summary>The call has ended, however; the standby bridge was told to stop; the bridge is healthy.</summary>
    public const int Ok = 0;

    /// <summary>The bridge could not do its work, or is not healthy.</summary>
    public const int Failed = 1;

    /// <summary>The configuration or the command line cannot be used.</summary>
    public const int Misconfigured = 2;
}
