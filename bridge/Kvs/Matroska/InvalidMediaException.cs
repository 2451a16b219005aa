namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>The bytes are not Matroska as Kinesis Video Streams sends it. No other exception leaves the parser.</summary>
public sealed class InvalidMediaException : Exception
{
    public InvalidMediaException(string message)
        : base(message) { }

    public InvalidMediaException(string message, Exception innerException)
        : base(message, innerException) { }
}
