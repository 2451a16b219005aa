using System.Buffers;

namespace SonicBridge.Steps.Flows;

/// <summary>Changes to a JSON text. Whatever they do not touch keeps each of its bytes.</summary>
internal sealed class JsonEdit
{
    private readonly Dictionary<JsonPart, byte[]> _replaced = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonPart> _removed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JsonPart, List<byte[]>> _appended = new(ReferenceEqualityComparer.Instance);

    public void Replace(JsonPart part, byte[] json) => _replaced[part] = json;

    /// <summary>Takes an item out of its array, or a member, by its value, out of its object.</summary>
    public void Remove(JsonPart part) => _removed.Add(part);

    /// <summary>Adds an item to an array, or a member to an object, after all that are there.</summary>
    /// <param name="json">The item, or the member: its name, a colon, its value.</param>
    public void Append(JsonPart container, byte[] json)
    {
        if (!_appended.TryGetValue(container, out var list))
        {
            _appended[container] = list = [];
        }

        list.Add(json);
    }

    /// <summary>The text with all changes made.</summary>
    /// <param name="source">The text that was read.</param>
    /// <param name="root">As what it was read.</param>
    public byte[] Apply(ReadOnlySpan<byte> source, JsonPart root)
    {
        var output = new ArrayBufferWriter<byte>(source.Length + 8192);
        output.Write(source[..root.Start]);
        Write(source, root, output);
        output.Write(source[root.End..]);
        return output.WrittenSpan.ToArray();
    }

    private void Write(ReadOnlySpan<byte> source, JsonPart part, ArrayBufferWriter<byte> output)
    {
        if (_replaced.TryGetValue(part, out var replacement))
        {
            output.Write(replacement);
            return;
        }

        if (!part.IsObject && !part.IsArray)
        {
            output.Write(source[part.Start..part.End]);
            return;
        }

        IReadOnlyList<(int Start, JsonPart Value)> elements = part.IsObject
            ? [.. part.Members.Select(member => (member.Start, member.Value))]
            : [.. part.Items.Select(item => (item.Start, item))];
        WriteContainer(source, part, elements, output);
    }

    private void WriteContainer(
        ReadOnlySpan<byte> source,
        JsonPart part,
        IReadOnlyList<(int Start, JsonPart Value)> elements,
        ArrayBufferWriter<byte> output
    )
    {
        output.Write(source.Slice(part.Start, 1));
        var isEmpty = true;
        for (var i = 0; i < elements.Count; i++)
        {
            var (start, value) = elements[i];
            if (_removed.Contains(value))
            {
                continue;
            }

            // The first that stays takes the spaces of the first that was; each other keeps its own comma and spaces.
            var gap = isEmpty ? (part.Start + 1)..elements[0].Start : elements[i - 1].Value.End..start;
            output.Write(source[gap]);
            output.Write(source[start..value.Start]);
            Write(source, value, output);
            isEmpty = false;
        }

        foreach (var json in _appended.GetValueOrDefault(part, []))
        {
            output.Write(isEmpty ? [] : ","u8);
            output.Write(json);
            isEmpty = false;
        }

        output.Write(source[(elements.Count > 0 ? elements[^1].Value.End : part.Start + 1)..part.End]);
    }
}
