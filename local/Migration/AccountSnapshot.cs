using System.Text.Json.Nodes;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Migration;

/// <summary>
/// What the account's own APIs answer on the Fargate deployment, by the name of each thing. The product's steps have no
/// part in it: two of them compare what a rollback has brought back without believing its proof.
/// </summary>
public sealed class AccountSnapshot
{
    private const string Family = "nova-sonic-bridge";

    // Told anew by every change, a restoring one too; all else of a configuration counts.
    private static readonly string[] s_fleeting =
    [
        "LastModified",
        "RevisionId",
        "State",
        "StateReason",
        "StateReasonCode",
        "LastUpdateStatus",
        "LastUpdateStatusReason",
        "LastUpdateStatusReasonCode",
    ];

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private AccountSnapshot() { }

    /// <summary>How many things it holds.</summary>
    public int Count => _values.Count;

    /// <summary>Asks for everything.</summary>
    /// <exception cref="AwsException">A service refuses an answer.</exception>
    public static async Task<AccountSnapshot> TakeAsync(DoorClient door, CancellationToken cancellationToken)
    {
        var snapshot = new AccountSnapshot();
        var account = new AccountClient(door);
        await snapshot.TakeFunctionAsync(account, cancellationToken);
        await snapshot.TakeTasksAsync(account, cancellationToken);
        await snapshot.TakeConnectAsync(account, cancellationToken);
        return snapshot;
    }

    /// <summary>A snapshot of what is known already.</summary>
    public static AccountSnapshot Of(IEnumerable<KeyValuePair<string, string>> values)
    {
        var snapshot = new AccountSnapshot();
        foreach (var (name, value) in values)
        {
            snapshot._values[name] = value;
        }

        return snapshot;
    }

    /// <summary>What is not the same in a later one: a sentence for each thing.</summary>
    public IReadOnlyList<string> DifferencesTo(AccountSnapshot later) =>
        [
            .. _values
                .Keys.Union(later._values.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => Compare(name, later))
                .OfType<string>(),
        ];

    private string? Compare(string name, AccountSnapshot later) =>
        (_values.GetValueOrDefault(name), later._values.GetValueOrDefault(name)) switch
        {
            (null, _) => $"{name} is there now and was not before.",
            (_, null) => $"{name} is gone.",
            var (before, now) when before != now => $"{name} differs: before {Short(before)}, now {Short(now)}.",
            _ => null,
        };

    private static string Short(string value) => value.Length <= 100 ? value : $"{value[..100]}…";

    private async Task TakeFunctionAsync(AccountClient account, CancellationToken cancellation)
    {
        const string Path = $"/{FargateDeployment.Function}";
        var function = await account.LambdaAsync(HttpMethod.Get, Path, null, cancellation);
        var configuration = function["Configuration"]!.AsObject();
        foreach (var (name, value) in configuration.Where(static pair => !s_fleeting.Contains(pair.Key)))
        {
            Keep($"function {name}", value);
        }

        Keep("function tags", function["Tags"]);
        Keep("function concurrency", function["Concurrency"]?["ReservedConcurrentExecutions"]);
        var aliases = await account.LambdaAsync(HttpMethod.Get, $"{Path}/aliases", null, cancellation);
        foreach (var alias in aliases["Aliases"]!.AsArray())
        {
            Keep($"function alias {alias!["Name"]}", alias["FunctionVersion"]);
        }

        var policy = await account.LambdaAsync(HttpMethod.Get, $"{Path}/policy", null, cancellation);
        foreach (var statement in JsonNode.Parse((string)policy["Policy"]!)!["Statement"]!.AsArray())
        {
            Keep($"function permission {statement!["Sid"]}", statement);
        }
    }

    private async Task TakeTasksAsync(AccountClient account, CancellationToken cancellation)
    {
        var listed = await account.EcsAsync(
            "ListTaskDefinitions",
            new JsonObject { ["familyPrefix"] = Family, ["status"] = "ACTIVE" },
            cancellation
        );
        foreach (var arn in listed["taskDefinitionArns"]!.AsArray().Select(static arn => (string)arn!))
        {
            var described = await account.EcsAsync(
                "DescribeTaskDefinition",
                new JsonObject { ["taskDefinition"] = arn },
                cancellation
            );
            Keep($"task definition {arn[(arn.LastIndexOf('/') + 1)..]}", described["taskDefinition"]);
        }
    }

    private async Task TakeConnectAsync(AccountClient account, CancellationToken cancellation)
    {
        const string Instance = "/instance/";
        var id = ConnectInstance.LocalId;
        var functions = await AskAsync($"{Instance}{id}/lambda-functions");
        foreach (var arn in functions["LambdaFunctions"]!.AsArray())
        {
            Keep($"association {arn}", arn);
        }

        foreach (var kind in (FlowKind[])[FlowKind.Flow, FlowKind.Module])
        {
            var list = await AskAsync($"/{kind.SummaryPath}/{id}");
            foreach (var summary in list[kind.ListShape]!.AsArray())
            {
                foreach (var version in (string[])["", "%3A%24SAVED"])
                {
                    var flow = (await AskAsync($"/{kind.Path}/{id}/{summary!["Id"]}{version}"))[kind.Shape]!;
                    var what = version.Length == 0 ? "published" : "saved";
                    // The content as it is: a hash that differs would not say in what.
                    Keep($"{(kind.IsModule ? "module" : "flow")} '{flow["Name"]}' {what}", flow["Content"]);
                }
            }
        }

        Task<JsonObject> AskAsync(string path) => account.ConnectAsync(HttpMethod.Get, path, null, cancellation);
    }

    private void Keep(string name, JsonNode? value)
    {
        if (Canonical(value) is { Length: > 0 } text)
        {
            _values[name] = text;
        }
    }

    /// <summary>
    /// The same text for the same values, in whatever order an API has put the members; and none for what is not set,
    /// which the APIs tell by nothing, by null or by an empty value, as it comes.
    /// </summary>
    private static string Canonical(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                var told = members
                    .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                    .Select(static pair => (pair.Key, Text: Canonical(pair.Value)))
                    .Where(static pair => pair.Text.Length > 0)
                    .Select(static pair => $"{pair.Key}: {pair.Text}")
                    .ToArray();
                return told.Length == 0 ? "" : $"{{{string.Join(", ", told)}}}";
            case JsonArray items:
                return items.Count == 0 ? "" : $"[{string.Join(", ", items.Select(Canonical))}]";
            default:
                return value?.ToString() ?? "";
        }
    }
}
