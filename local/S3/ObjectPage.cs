using System.Globalization;
using System.Xml;

namespace SonicBridge.Local.S3;

/// <summary>One page of a bucket's list: objects, and what their keys share up to the delimiter.</summary>
internal sealed class ObjectPage
{
    private readonly List<StoredObject> _objects = [];
    private readonly List<string> _prefixes = [];
    private string? _last;
    private bool _truncated;

    public static ObjectPage Of(S3Bucket bucket, ListRequest request)
    {
        var page = new ObjectPage();
        foreach (var item in bucket.WithPrefix(request.Prefix))
        {
            if (!page.TryAdd(item, request))
            {
                break;
            }
        }

        return page;
    }

    public void WriteTo(XmlWriter writer, string bucket, ListRequest request)
    {
        string Name(string key) => request.EncodesKeys ? Uri.EscapeDataString(key).Replace("%2F", "/") : key;

        writer.WriteElementString("Name", bucket);
        writer.WriteElementString("Prefix", Name(request.Prefix));
        WriteIfAny(writer, "Delimiter", Name(request.Delimiter));
        WriteIfAny(writer, "StartAfter", Name(request.StartAfter ?? ""));
        WriteIfAny(writer, "ContinuationToken", request.ContinuationToken ?? "");
        WriteIfAny(writer, "EncodingType", request.EncodesKeys ? "url" : "");
        writer.WriteElementString("KeyCount", Number(_objects.Count + _prefixes.Count));
        writer.WriteElementString("MaxKeys", Number(request.MaxKeys));
        writer.WriteElementString("IsTruncated", _truncated ? "true" : "false");
        WriteIfAny(writer, "NextContinuationToken", _truncated && _last is not null ? ListRequest.Seal(_last) : "");
        foreach (var item in _objects)
        {
            writer.WriteStartElement("Contents");
            writer.WriteElementString("Key", Name(item.Key));
            writer.WriteElementString("LastModified", S3Xml.Time(item.LastModified));
            writer.WriteElementString("ETag", item.ETag);
            writer.WriteElementString("Size", Number(item.Content.Length));
            writer.WriteElementString("StorageClass", "STANDARD");
            writer.WriteEndElement();
        }

        foreach (var prefix in _prefixes)
        {
            writer.WriteStartElement("CommonPrefixes");
            writer.WriteElementString("Prefix", Name(prefix));
            writer.WriteEndElement();
        }
    }

    /// <returns>False when the page is full.</returns>
    private bool TryAdd(StoredObject item, ListRequest request)
    {
        var entry = EntryOf(item.Key, request);
        var seen = _prefixes.Count > 0 && _prefixes[^1] == entry;
        if (seen || Utf8Order.Instance.Compare(entry, request.After) <= 0)
        {
            return true;
        }

        if (_objects.Count + _prefixes.Count >= request.MaxKeys)
        {
            _truncated = request.MaxKeys > 0;
            return false;
        }

        if (ReferenceEquals(entry, item.Key))
        {
            _objects.Add(item);
        }
        else
        {
            _prefixes.Add(entry);
        }

        _last = entry;
        return true;
    }

    /// <summary>The key itself, or what it shares with others up to the delimiter.</summary>
    private static string EntryOf(string key, ListRequest request)
    {
        if (request.Delimiter.Length == 0)
        {
            return key;
        }

        var end = key.IndexOf(request.Delimiter, request.Prefix.Length, StringComparison.Ordinal);
        return end < 0 ? key : string.Concat(key.AsSpan(0, end), request.Delimiter);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void WriteIfAny(XmlWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.WriteElementString(name, value);
        }
    }
}
