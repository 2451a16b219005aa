namespace SonicBridge.Local.Kvs;

/// <summary>What goes wrong on one connection of GetMedia, as it does in the field. For tests and rehearsals.</summary>
public abstract record MediaFault
{
    private MediaFault() { }

    /// <summary>The request is refused.</summary>
    /// <param name="Code">Such as <c>InvalidEndpointException</c>.</param>
    public sealed record Refused(string Code) : MediaFault;

    /// <summary>The connection breaks inside an element.</summary>
    /// <param name="Fragments">How many whole fragments came before.</param>
    /// <param name="Bytes">How much came of the one after them.</param>
    public sealed record Cut(int Fragments, int Bytes) : MediaFault;

    /// <summary>The response ends, as after 45 minutes, without a word.</summary>
    /// <param name="Fragments">How many whole fragments came before.</param>
    /// <param name="Bytes">How much came of the one after them.</param>
    public sealed record SilentEnd(int Fragments, int Bytes = 0) : MediaFault;

    /// <summary>Nothing more comes, and the connection stays open.</summary>
    /// <param name="Fragments">How many whole fragments came before.</param>
    /// <param name="Bytes">How much came of the one after them.</param>
    public sealed record Stall(int Fragments, int Bytes = 0) : MediaFault;

    /// <summary>The service reports an error inside the stream, then ends it.</summary>
    /// <param name="Fragments">How many whole fragments came before.</param>
    /// <param name="Id">Such as 4500, access to the key denied.</param>
    /// <param name="Code">The text that goes with it.</param>
    public sealed record Reported(int Fragments, int Id, string Code) : MediaFault;
}
