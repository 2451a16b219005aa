using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.Migration;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>All of an account that a rollback has to bring back, read by the services' APIs, as one text.</summary>
internal sealed class FargateSide(RehearsalCloud rehearsal)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    // Each write of a function changes these, whatever it writes.
    private static readonly string[] s_volatile = ["LastModified", "RevisionId", "ResponseMetadata"];

    private readonly AccountClient _account = new(rehearsal.Client);

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var side = new JsonObject
        {
            ["taskDefinitions"] = await TaskDefinitionsAsync(cancellationToken),
            ["function"] = await FunctionAsync(cancellationToken),
            ["flows"] = await FlowsAsync("contact-flows", "ContactFlow", cancellationToken),
            ["modules"] = await FlowsAsync("contact-flow-modules", "ContactFlowModule", cancellationToken),
            ["associations"] = await ConnectAsync(
                $"/instance/{ConnectInstance.LocalId}/lambda-functions?maxResults=25",
                cancellationToken
            ),
            ["stacks"] = await StacksAsync(cancellationToken),
        };
        return side.ToJsonString(s_indented);
    }

    private async Task<JsonArray> TaskDefinitionsAsync(CancellationToken cancellationToken)
    {
        var active = await _account.EcsAsync(
            "ListTaskDefinitions",
            new JsonObject { ["familyPrefix"] = "nova-sonic-bridge", ["status"] = "ACTIVE" },
            cancellationToken
        );
        JsonArray definitions = [];
        foreach (var arn in active["taskDefinitionArns"]!.AsArray())
        {
            definitions.Add(
                await _account.EcsAsync(
                    "DescribeTaskDefinition",
                    new JsonObject { ["taskDefinition"] = (string?)arn, ["include"] = new JsonArray("TAGS") },
                    cancellationToken
                )
            );
        }

        return definitions;
    }

    private async Task<JsonObject> FunctionAsync(CancellationToken cancellationToken)
    {
        const string Root = $"/{FargateDeployment.Function}";
        JsonObject function = [];
        string[] paths =
        [
            "",
            "/configuration?Qualifier=live",
            "/policy",
            "/policy?Qualifier=live",
            "/aliases",
            "/versions",
        ];
        foreach (var path in paths)
        {
            var answer = await _account.LambdaAsync(HttpMethod.Get, Root + path, null, cancellationToken);
            // Where the code can be had for a while: its hash is in the configuration.
            answer.Remove("Code");
            function[path] = Still(answer);
        }

        function["concurrency"] = await rehearsal.Client.RestAsync(
            "lambda",
            HttpMethod.Get,
            $"/2019-09-30/functions{Root}/concurrency",
            null,
            cancellationToken
        );
        return function;
    }

    private async Task<JsonObject> FlowsAsync(string kind, string name, CancellationToken cancellationToken)
    {
        var instance = ConnectInstance.LocalId;
        var listed = await ConnectAsync($"/{kind}-summary/{instance}", cancellationToken);
        JsonObject flows = [];
        var summaries = listed[$"{name}SummaryList"] ?? listed[$"{name}sSummaryList"];
        foreach (var summary in summaries!.AsArray())
        {
            var id = (string)summary!["Id"]!;
            foreach (var address in (string[])(kind == "contact-flows" ? [id, $"{id}%3A%24SAVED"] : [id]))
            {
                var described = await ConnectAsync($"/{kind}/{instance}/{address}", cancellationToken);
                var flow = described[name]!;
                flows[address] = new JsonArray([
                    .. ((string[])["Name", "State", "Status", "Description", "Content"]).Select(f =>
                        flow[f]?.DeepClone()
                    ),
                ]);
            }
        }

        return flows;
    }

    private async Task<string> StacksAsync(CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string> { ["Action"] = "DescribeStacks", ["Version"] = "2010-05-15" };
        var answer = await rehearsal.Client.QueryAsync("cloudformation", form, cancellationToken);
        return string.Join(
            ' ',
            answer.Descendants().Where(static e => e.Name.LocalName == "StackName").Select(static e => e.Value)
        );
    }

    private Task<JsonObject> ConnectAsync(string path, CancellationToken cancellationToken) =>
        _account.ConnectAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>The same for what means the same: in one order, and without what says nothing.</summary>
    private static JsonNode? Still(JsonNode? node) =>
        node switch
        {
            JsonObject owner => new JsonObject(
                owner
                    .Where(static pair => !s_volatile.Contains(pair.Key))
                    .Select(static pair => KeyValuePair.Create(pair.Key, Still(pair.Value)))
                    .Where(static pair => pair.Value is { } value && !SaysNothing(value))
                    .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            ),
            JsonArray list => new JsonArray([.. list.Select(Still)]),
            _ => node?.DeepClone(),
        };

    // A function that was never in a VPC is described without one, or with one that has no subnets.
    private static bool SaysNothing(JsonNode value) => value.ToJsonString() is "{}" or "[]" or "\"\"" or "false";
}
