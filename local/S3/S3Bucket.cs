namespace SonicBridge.Local.S3;

/// <summary>A bucket: objects by key, in the order of the keys' UTF-8 bytes.</summary>
public sealed class S3Bucket(string name, DateTimeOffset createdAt)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StoredObject> _objects = new(Utf8Order.Instance);

    public string Name => name;
    public DateTimeOffset CreatedAt => createdAt;

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _objects.Count == 0;
            }
        }
    }

    public StoredObject? Find(string key)
    {
        lock (_lock)
        {
            return _objects.GetValueOrDefault(key);
        }
    }

    /// <returns>False when there was none.</returns>
    public bool Remove(string key)
    {
        lock (_lock)
        {
            return _objects.Remove(key);
        }
    }

    /// <summary>The objects whose key begins so, in order.</summary>
    public IReadOnlyList<StoredObject> WithPrefix(string prefix)
    {
        lock (_lock)
        {
            return [.. _objects.Values.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal))];
        }
    }

    internal PutResult TryPut(StoredObject item, PutCondition condition)
    {
        lock (_lock)
        {
            var standing = _objects.GetValueOrDefault(item.Key);
            if (condition.IfAbsent && standing is not null)
            {
                return PutResult.ConditionFailed;
            }

            if (condition.IfMatch is { } etag)
            {
                if (standing is null)
                {
                    return PutResult.NoObject;
                }

                if (!ETags.Match(etag, standing.ETag))
                {
                    return PutResult.ConditionFailed;
                }
            }

            _objects[item.Key] = item;
            return PutResult.Done;
        }
    }
}
