using System.Collections;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Logging;

/// <summary>Adds the call and the bridge's generation to each line of the log.</summary>
internal sealed class CallScope(ContactId contactId, int generation) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _values =
    [
        new("ContactId", contactId.ToString()),
        new("Generation", generation),
    ];

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
