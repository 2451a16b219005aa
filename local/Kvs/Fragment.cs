namespace SonicBridge.Local.Kvs;

/// <summary>A fragment as the stream keeps it: about a second of sound, whole.</summary>
/// <param name="Number">47 digits.</param>
/// <param name="ProducedAt">When its first sample was spoken, in Unix milliseconds by the producer's clock.</param>
/// <param name="ReceivedAt">When the service had begun to receive it, in Unix milliseconds.</param>
/// <param name="Duration">How much sound it holds.</param>
/// <param name="Document">A Matroska document without the tags that depend on who reads it.</param>
public sealed record Fragment(
    string Number,
    long ProducedAt,
    long ReceivedAt,
    TimeSpan Duration,
    ReadOnlyMemory<byte> Document
);
