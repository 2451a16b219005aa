namespace SonicBridge.Bridge.Kvs;

/// <summary>What is to be done after an item of the stream.</summary>
internal enum Verdict
{
    /// <summary>Nothing: it says something about the stream, or its block waits or falls away.</summary>
    Nothing,

    /// <summary>Pass this block on.</summary>
    Pass,

    /// <summary>Pass on all held blocks.</summary>
    PassHeld,

    /// <summary>The stream now carries another contact: not one byte more may be used.</summary>
    AnotherContact,
}
