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
            // The uuid in a stream's name is nobody's contact id, as in Connect.
            stream = _free.TryDequeue(out var free)
                ? free
                : Add($"sonicbridge-connect-local-contact-{Guid.NewGuid()}", mediaType: null, retentionHours: 24);
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

    /// <summary>Makes a stream that no call is published in.</summary>
    /// <exception cref="AwsException">ResourceInUseException: there is one of this name.</exception>
    internal KvsStream Create(string name, string? mediaType, int retentionHours)
    {
        lock (_lock)
        {
            return _byName.ContainsKey(name)
                ? throw new AwsException("ResourceInUseException", $"The stream {name} already exists.")
                : Add(name, mediaType, retentionHours);
        }
    }

    /// <summary>Removes a stream; who reads it now gets no more.</summary>
    internal bool Remove(string arn)
    {
        lock (_lock)
        {
            return TryFind(name: null, arn, out var stream) && _byName.Remove(stream.Name);
        }
    }

    private KvsStream Add(string name, string? mediaType, int retentionHours)
    {
        var created = time.GetUtcNow();
        var arn = LocalAccount.Arn("kinesisvideo", $"stream/{name}/{created.ToUnixTimeMilliseconds()}");
        var stream = new KvsStream(name, arn)
        {
            MediaType = mediaType,
            RetentionHours = retentionHours,
            CreatedAt = created,
        };
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
