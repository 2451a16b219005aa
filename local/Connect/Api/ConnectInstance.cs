using System.Collections.Concurrent;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Connect.Api;

/// <summary>An Amazon Connect instance: its flows, its modules, and the functions that its flows may invoke.</summary>
public sealed class ConnectInstance(string id, string alias, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StoredFlow> _flows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredFlow> _modules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _functions = new(StringComparer.Ordinal);
    private int _throttled;

    /// <summary>The instance that the local Connect takes calls for.</summary>
    public static string LocalId { get; } = Contact.InstanceArn[(Contact.InstanceArn.LastIndexOf('/') + 1)..];

    public string Id => id;

    public string Alias => alias;

    public string Arn => LocalAccount.Arn("connect", $"instance/{id}");

    public DateTimeOffset CreatedAt { get; } = time.GetUtcNow();

    public IReadOnlyCollection<StoredFlow> Flows => [.. _flows.Values];

    public IReadOnlyCollection<StoredFlow> Modules => [.. _modules.Values];

    /// <summary>The ARNs of the functions that flows may invoke, oldest first.</summary>
    public IReadOnlyList<string> Functions =>
        [.. _functions.OrderBy(static pair => pair.Value).Select(static p => p.Key)];

    internal TimeProvider Time => time;

    /// <summary>Refuses so many of the next requests with ThrottlingException. For tests and rehearsals.</summary>
    public void ThrottleNext(int requests) => Interlocked.Exchange(ref _throttled, requests);

    /// <summary>The flow of a name, as the console's list shows it.</summary>
    public StoredFlow? FlowNamed(string name) => _flows.Values.FirstOrDefault(flow => flow.Name == name);

    internal bool TakeThrottle() => Volatile.Read(ref _throttled) > 0 && Interlocked.Decrement(ref _throttled) >= 0;

    internal bool Associate(string function) => _functions.TryAdd(function, time.GetUtcNow());

    internal bool Dissociate(string function) => _functions.TryRemove(function, out _);

    internal ConcurrentDictionary<string, StoredFlow> Of(FlowKind kind) => kind.IsModule ? _modules : _flows;
}
