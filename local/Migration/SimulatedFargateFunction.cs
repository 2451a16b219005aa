using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Migration;

/// <summary>
/// invoke-fargate-task without its Node.js: does what its code does, by the settings of the version that was asked for,
/// and fails where ECS would refuse it, as when the family's newest revision is no longer one for Fargate.
/// </summary>
public sealed class SimulatedFargateFunction(DoorClient door) : ISimulatedFunction
{
    private readonly AccountClient _account = new(door);

    public string Name => FargateDeployment.Function;

    public async Task<InvocationResult> InvokeAsync(
        string? qualifier,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new InvocationResult(Bytes(await StartAsync(qualifier, cancellationToken)), FunctionError: null);
        }
        catch (AwsException e)
        {
            var error = new JsonObject { ["errorType"] = e.Code, ["errorMessage"] = e.Message };
            return new InvocationResult(Bytes(error), "Unhandled");
        }
    }

    private async Task<JsonObject> StartAsync(string? qualifier, CancellationToken cancellationToken)
    {
        var query = qualifier is null ? "" : $"?Qualifier={Uri.EscapeDataString(qualifier)}";
        var configuration = await _account.LambdaAsync(
            HttpMethod.Get,
            $"/{Name}/configuration{query}",
            null,
            cancellationToken
        );
        var settings = configuration["Environment"]?["Variables"];
        var named = (string?)settings?["ECS_TASK_DEFINITION"];
        var definition = (
            await _account.EcsAsync(
                "DescribeTaskDefinition",
                new JsonObject { ["taskDefinition"] = named },
                cancellationToken
            )
        )["taskDefinition"];
        var compatibilities = definition?["requiresCompatibilities"] as JsonArray ?? [];
        if (!compatibilities.Any(static name => (string?)name == "FARGATE"))
        {
            throw new AwsException(
                "InvalidParameterException",
                $"Task definition {definition?["taskDefinitionArn"]} does not support launch_type FARGATE."
            );
        }

        var subnets = ((string?)settings?["SUBNETS"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var started = await _account.EcsAsync(
            "RunTask",
            new JsonObject
            {
                ["cluster"] = (string?)settings?["ECS_CLUSTER"],
                ["taskDefinition"] = named,
                ["launchType"] = "FARGATE",
                ["networkConfiguration"] = new JsonObject
                {
                    ["awsvpcConfiguration"] = new JsonObject
                    {
                        ["subnets"] = new JsonArray([.. subnets.Select(static subnet => (JsonNode?)subnet)]),
                        // moto asks for what ECS would take as the VPC's own.
                        ["securityGroups"] = new JsonArray(),
                        ["assignPublicIp"] = "DISABLED",
                    },
                },
            },
            cancellationToken
        );
        return new JsonObject { ["status"] = "started", ["taskArn"] = (string?)started["tasks"]?[0]?["taskArn"] };
    }

    private static byte[] Bytes(JsonObject answer) => JsonSerializer.SerializeToUtf8Bytes(answer);
}
