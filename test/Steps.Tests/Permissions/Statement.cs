using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>A statement of a role's policy.</summary>
internal sealed record Statement(JsonObject Json)
{
    public IReadOnlyList<string> Actions { get; } = Texts(Json["Action"]);

    /// <summary>Each resource as JSON, since most are CloudFormation's functions.</summary>
    public IReadOnlyList<string> Resources { get; } =
    [
        .. (Json["Resource"] is JsonArray many ? [.. many] : new[] { Json["Resource"] }).Select(resource =>
            resource?.ToJsonString() ?? "null"
        ),
    ];

    public bool IsOnEverything => Resources.Contains("\"*\"");

    /// <summary>
    /// The actions; one that is allowed on behalf of a service alone says which: <c>kms:Decrypt through lambda</c>,
    /// <c>iam:PassRole to ecs-tasks</c>.
    /// </summary>
    public IEnumerable<string> Permissions
    {
        get
        {
            var through = Json["Condition"]?["StringEquals"]?["kms:ViaService"]?["Fn::Sub"];
            var to = Json["Condition"]?["StringEquals"]?["iam:PassedToService"];
            var of =
                through is not null ? $" through {FirstLabel((string)through!)}"
                : to is not null ? $" to {string.Join(", ", Texts(to).Select(FirstLabel))}"
                : "";
            return Actions.Select(action => action + of);
        }
    }

    private static string FirstLabel(string host) => host.Split('.')[0];

    private static IReadOnlyList<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonArray many => [.. many.Select(text => (string)text!)],
            null => [],
            _ => [(string)node!],
        };
}
