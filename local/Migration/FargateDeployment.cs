using System.Text.Json.Nodes;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Migration;

/// <summary>
/// The Fargate deployment that a migration replaces, put into the account as it would have come there: a cluster, two
/// revisions of the task, the function with its alias and permissions, and the contact flows that invoke it.
/// </summary>
public sealed class FargateDeployment
{
    /// <summary>The function that the contact flows invoke.</summary>
    public const string Function = "invoke-fargate-task";

    /// <summary>The cluster.</summary>
    public const string Cluster = "nova-sonic-cluster";

    private const string Alias = "live";
    private const int Concurrency = 20;

    private readonly AccountClient _account;

    /// <param name="door">Where the account is.</param>
    public FargateDeployment(DoorClient door) => _account = new AccountClient(door);

    /// <summary>The function's ARN without a qualifier.</summary>
    public static string FunctionArn { get; } = LocalAccount.Arn("lambda", $"function:{Function}");

    /// <summary>Puts all of it into the account.</summary>
    /// <exception cref="AwsException">The account refuses something.</exception>
    public async Task DeployAsync(CancellationToken cancellationToken)
    {
        await RegisterTasksAsync(cancellationToken);
        await CreateFunctionAsync(cancellationToken);
        await CreateFlowsAsync(cancellationToken);
    }

    private async Task RegisterTasksAsync(CancellationToken cancellationToken)
    {
        foreach (var role in (string[])["nova-sonic-fargate-task-role", "nova-sonic-fargate-execution-role"])
        {
            await _account.CreateRoleAsync(role, "ecs-tasks.amazonaws.com", cancellationToken);
        }

        await _account.EcsAsync("CreateCluster", new JsonObject { ["clusterName"] = Cluster }, cancellationToken);
        foreach (var file in (string[])["task-definition-1.json", "task-definition-2.json"])
        {
            var definition = JsonNode.Parse(FargateFiles.Read(file))!.AsObject();
            await _account.EcsAsync("RegisterTaskDefinition", definition, cancellationToken);
        }
    }

    private async Task CreateFunctionAsync(CancellationToken cancellationToken)
    {
        var role = await _account.CreateRoleAsync(
            "nova-sonic-fargate-function-role",
            "lambda.amazonaws.com",
            cancellationToken
        );
        var subnets = await _account.SubnetsAsync(cancellationToken);
        JsonObject Environment(string taskDefinition) =>
            new()
            {
                ["Variables"] = new JsonObject
                {
                    ["ECS_CLUSTER"] = Cluster,
                    ["ECS_TASK_DEFINITION"] = taskDefinition,
                    ["CONTAINER_NAME"] = "nova-sonic-bridge",
                    ["SUBNETS"] = string.Join(',', subnets.Take(2)),
                },
            };
        await _account.LambdaAsync(
            HttpMethod.Post,
            "",
            new JsonObject
            {
                ["FunctionName"] = Function,
                ["Description"] = "Starts the bridge of a call on Fargate.",
                ["Runtime"] = "nodejs22.x",
                ["Handler"] = "index.handler",
                ["Role"] = role,
                ["Timeout"] = 8,
                ["MemorySize"] = 256,
                ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(FargateFiles.FunctionCode()) },
                ["Environment"] = Environment("nova-sonic-bridge:2"),
                ["Tags"] = new JsonObject { ["team"] = "contact-center" },
            },
            cancellationToken
        );
        await _account.LambdaAsync(HttpMethod.Post, $"/{Function}/versions", [], cancellationToken);
        await _account.LambdaAsync(
            HttpMethod.Post,
            $"/{Function}/aliases",
            new JsonObject { ["Name"] = Alias, ["FunctionVersion"] = "1" },
            cancellationToken
        );
        // What was published names its revision; what was changed since names the family alone, which is the trap.
        await _account.LambdaAsync(
            HttpMethod.Put,
            $"/{Function}/configuration",
            new JsonObject { ["Environment"] = Environment("nova-sonic-bridge") },
            cancellationToken
        );
        await AllowConnectAsync("", cancellationToken);
        await AllowConnectAsync($"?Qualifier={Alias}", cancellationToken);
        await _account.ReserveConcurrencyAsync(Function, Concurrency, cancellationToken);
    }

    private Task<JsonObject> AllowConnectAsync(string qualifier, CancellationToken cancellationToken) =>
        _account.LambdaAsync(
            HttpMethod.Post,
            $"/{Function}/policy{qualifier}",
            new JsonObject
            {
                ["StatementId"] = qualifier.Length == 0 ? "connect" : $"connect-{Alias}",
                ["Action"] = "lambda:InvokeFunction",
                ["Principal"] = "connect.amazonaws.com",
                ["SourceAccount"] = LocalAccount.Id,
                ["SourceArn"] = LocalAccount.Arn("connect", $"instance/{ConnectInstance.LocalId}"),
            },
            cancellationToken
        );

    private async Task CreateFlowsAsync(CancellationToken cancellationToken)
    {
        var alias = $"{FunctionArn}:{Alias}";
        foreach (var arn in (string[])[FunctionArn, alias])
        {
            await _account.ConnectAsync(
                HttpMethod.Put,
                $"/instance/{ConnectInstance.LocalId}/lambda-function",
                new JsonObject { ["FunctionArn"] = arn },
                cancellationToken
            );
        }

        var module = await _account.ConnectAsync(
            HttpMethod.Put,
            $"/contact-flow-modules/{ConnectInstance.LocalId}",
            new JsonObject
            {
                ["Name"] = "Ask the assistant",
                ["Description"] = "Starts the assistant and waits.",
                ["Content"] = Filled("ask-the-assistant.json", ""),
            },
            cancellationToken
        );
        var moduleId = (string)module["Id"]!;
        await CreateFlowAsync("Main line", "main-line.json", moduleId, cancellationToken);
        var support = await CreateFlowAsync("Support", "support.json", moduleId, cancellationToken);
        await CreateFlowAsync("Billing", "billing.json", moduleId, cancellationToken);
        await CreateFlowAsync("Opening hours", "opening-hours.json", moduleId, cancellationToken);

        // An author is at work on it: the draft is not what callers hear.
        await _account.ConnectAsync(
            HttpMethod.Post,
            $"/contact-flows/{ConnectInstance.LocalId}/{support}%3A%24SAVED/content",
            new JsonObject { ["Content"] = Filled("support-draft.json", moduleId) },
            cancellationToken
        );
    }

    private async Task<string> CreateFlowAsync(string name, string file, string module, CancellationToken cancellation)
    {
        var created = await _account.ConnectAsync(
            HttpMethod.Put,
            $"/contact-flows/{ConnectInstance.LocalId}",
            new JsonObject
            {
                ["Name"] = name,
                ["Type"] = "CONTACT_FLOW",
                ["Description"] = $"{name}, as it was made for Fargate.",
                ["Content"] = Filled(file, module),
            },
            cancellation
        );
        return (string)created["ContactFlowId"]!;
    }

    private static string Filled(string file, string module) =>
        FargateFiles.Read(
            file,
            ("FunctionArn", FunctionArn),
            ("AliasArn", $"{FunctionArn}:{Alias}"),
            ("ModuleId", module),
            ("AgentQueueArn", RehearsalCloud.AgentQueueArn)
        );
}
