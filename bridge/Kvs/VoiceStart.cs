namespace SonicBridge.Bridge.Kvs;

/// <summary>Where in the stream reading begins.</summary>
public abstract record VoiceStart
{
    private VoiceStart() { }

    /// <summary>With the contact's first fragment.</summary>
    public sealed record AtContactStart : VoiceStart;

    /// <summary>After a fragment that another bridge has read to its end.</summary>
    public sealed record AfterFragment(string Number) : VoiceStart;

    /// <summary>With what is spoken from now on.</summary>
    public sealed record AtOnce : VoiceStart;
}
