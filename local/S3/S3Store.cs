using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SonicBridge.Local.S3;

/// <summary>Buckets in memory, strongly consistent: what one writer has put, every reader sees.</summary>
public sealed class S3Store(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, S3Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Lock _watching = new();
    private Action<StoredObject>[] _watchers = [];

    public IReadOnlyList<S3Bucket> Buckets => [.. _buckets.Values.OrderBy(static b => b.Name, StringComparer.Ordinal)];

    /// <summary>Makes a bucket.</summary>
    /// <returns>False when there is one of this name already.</returns>
    public bool CreateBucket(string name) => _buckets.TryAdd(name, new S3Bucket(name, clock.GetUtcNow()));

    /// <summary>Removes a bucket that is empty.</summary>
    public bool RemoveBucket(string name) =>
        _buckets.TryGetValue(name, out var bucket) && bucket.IsEmpty && _buckets.TryRemove(name, out _);

    public S3Bucket? Bucket(string name) => _buckets.GetValueOrDefault(name);

    /// <summary>The object that stands now, or null.</summary>
    public StoredObject? Find(string bucket, string key) => Bucket(bucket)?.Find(key);

    /// <summary>Puts an object from within this process.</summary>
    /// <exception cref="InvalidOperationException">There is no such bucket.</exception>
    public StoredObject Put(string bucket, string key, ReadOnlyMemory<byte> content, string contentType)
    {
        var item = new StoredObject
        {
            Bucket = bucket,
            Key = key,
            Content = content,
            ETag = ETagOf(content.Span),
            LastModified = clock.GetUtcNow(),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = contentType,
            },
        };
        return TryPut(item, default) is PutResult.Done
            ? item
            : throw new InvalidOperationException($"There is no bucket '{bucket}': create it first.");
    }

    /// <summary>Puts an object if the condition holds, as one step.</summary>
    public PutResult TryPut(StoredObject item, PutCondition condition)
    {
        if (Bucket(item.Bucket) is not { } bucket)
        {
            return PutResult.NoBucket;
        }

        var result = bucket.TryPut(item, condition);
        if (result is PutResult.Done)
        {
            foreach (var watcher in _watchers)
            {
                watcher(item);
            }
        }

        return result;
    }

    /// <summary>Calls the watcher after each put, on the thread that put: it must be quick. Dispose to end.</summary>
    public IDisposable Watch(Action<StoredObject> watcher)
    {
        lock (_watching)
        {
            _watchers = [.. _watchers, watcher];
        }

        return new Watching(this, watcher);
    }

    /// <summary>The ETag of content put in one piece: its MD5 in quotes.</summary>
#pragma warning disable CA5351 // MD5 is what S3 answers, not a protection.
    public static string ETagOf(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351

    private sealed class Watching(S3Store store, Action<StoredObject> watcher) : IDisposable
    {
        public void Dispose()
        {
            lock (store._watching)
            {
                store._watchers = [.. store._watchers.Where(other => !ReferenceEquals(other, watcher))];
            }
        }
    }
}

/// <summary>What came of a put.</summary>
public enum PutResult
{
    Done,
    NoBucket,

    /// <summary>If-Match named a version of an object that is not there.</summary>
    NoObject,

    /// <summary>Another version stands there.</summary>
    ConditionFailed,
}
