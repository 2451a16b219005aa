namespace SonicBridge.Bridge.Kvs;

/// <summary>How one connection ended.</summary>
/// <param name="Cause">A clause that says why.</param>
/// <param name="Fault">What broke; null when it merely ended.</param>
/// <param name="Final">The end of all reading; null when the stream is to be opened again.</param>
internal sealed record ConnectionEnd(string Cause, MediaFault? Fault = null, VoiceEnd? Final = null)
{
    public static ConnectionEnd By(MediaFault fault) => new(fault.Cause, fault);

    public static ConnectionEnd By(VoiceEnd final) => new(final.Detail, null, final);
}
