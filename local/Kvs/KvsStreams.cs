using System.Diagnostics.CodeAnalysis;
using SonicBridge.Contracts;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Kvs;

/// <summary>The account's Kinesis video streams. Connect makes one per call at a time, and uses them again.</summary>
public sealed class KvsStreams(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, KvsStream> _byName = new(StringComparer.Ordinal);
    private readonly Queue<KvsStream> _free = new();

    /// <summary>Begins to publish a contact's voice, in a stream that no other call uses now.</summary>
    public StreamingRun Start(ContactId contact, StreamingSettings settings)
    {
        KvsStream stream;
        lock (_lock)
        {
            stream = _free.TryDequeue(out var free) ? free : Create();
        }

        return new StreamingRun(stream, contact, settings, time, Free);
    }

    /// <summary>Finds a stream by its name or ARN.</summary>
    internal bool TryFind(string? name, string? arn, [NotNullWhen(true)] out KvsStream? stream)
    {
        lock (_lock)
        {
            stream = name is null
                ? _byName.Values.FirstOrDefault(candidate => candidate.Arn == arn)
                : _byName.GetValueOrDefault(name);
        }

        return stream is not null;
    }

    private KvsStream Create()
    {
        // The uuid in a stream's name is nobody's contact id, as in Connect.
        var name = $"sonicbridge-connect-local-contact-{Guid.NewGuid()}";
        var created = time.GetUtcNow().ToUnixTimeMilliseconds();
        var stream = new KvsStream(name, LocalAccount.Arn("kinesisvideo", $"stream/{name}/{created}"));
        _byName.Add(name, stream);
        return stream;
    }

    private void Free(KvsStream stream)
    {
        lock (_lock)
        {
            _free.Enqueue(stream);
        }
    }
}
