using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Migration;

/// <summary>What the rehearsal asks of its account, by the same APIs as an engineer's tools.</summary>
internal sealed class AccountClient(DoorClient door)
{
    private const string Functions = "/2015-03-31/functions";

    public Task<JsonObject> EcsAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        door.JsonAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", request, cancellationToken);

    public Task<JsonObject> EcrAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        door.JsonAsync("ecr", $"AmazonEC2ContainerRegistry_V20150921.{operation}", request, cancellationToken);

    public Task<JsonObject> LogsAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        door.JsonAsync("logs", $"Logs_20140328.{operation}", request, cancellationToken);

    /// <param name="path">Behind <c>/2015-03-31/functions</c>.</param>
    public Task<JsonObject> LambdaAsync(
        HttpMethod method,
        string path,
        JsonObject? request,
        CancellationToken cancellationToken
    ) => door.RestAsync("lambda", method, Functions + path, request, cancellationToken);

    public Task<JsonObject> ReserveConcurrencyAsync(string function, int count, CancellationToken cancellationToken) =>
        door.RestAsync(
            "lambda",
            HttpMethod.Put,
            $"/2017-10-31/functions/{function}/concurrency",
            new JsonObject { ["ReservedConcurrentExecutions"] = count },
            cancellationToken
        );

    public Task<JsonObject> ConnectAsync(
        HttpMethod method,
        string path,
        JsonObject? request,
        CancellationToken cancellationToken
    ) => door.RestAsync("connect", method, path, request, cancellationToken);

    /// <summary>Makes a role that a service may take on; the same one again is no error.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateRoleAsync(string name, string service, CancellationToken cancellationToken)
    {
        var trust = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(
                new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Service"] = service },
                    ["Action"] = "sts:AssumeRole",
                }
            ),
        };
        var form = new Dictionary<string, string>
        {
            ["Action"] = "CreateRole",
            ["Version"] = "2010-05-08",
            ["RoleName"] = name,
            ["AssumeRolePolicyDocument"] = trust.ToJsonString(),
        };
        try
        {
            await door.QueryAsync("iam", form, cancellationToken);
        }
        catch (AwsException e) when (e.Code == "EntityAlreadyExists")
        {
            // Two functions may share a role.
        }

        return $"arn:aws:iam::{LocalAccount.Id}:role/{name}";
    }

    /// <summary>The subnets that every account begins with.</summary>
    public async Task<IReadOnlyList<string>> SubnetsAsync(CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string> { ["Action"] = "DescribeSubnets", ["Version"] = "2016-11-15" };
        var answer = await door.QueryAsync("ec2", form, cancellationToken);
        return [.. answer.Descendants().Where(static e => e.Name.LocalName == "subnetId").Select(static e => e.Value)];
    }
}
