using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Moto;

/// <summary>
/// ECS, of which moto keeps clusters, instances and task definitions, and this machine runs the tasks of one cluster: as
/// processes, by the definitions that moto has.
/// </summary>
/// <param name="local">Runs the tasks.</param>
/// <param name="moto">The relay of ECS.</param>
/// <param name="door">Asks what moto has.</param>
public sealed class TaskOverlay(EcsService local, MotoRelay moto, DoorClient door) : IAwsService
{
    private const string Prefix = "AmazonEC2ContainerServiceV20141113.";

    public string SigningName => "ecs";

    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Request.Headers["x-amz-target"].ToString();
        var operation = target.StartsWith(Prefix, StringComparison.Ordinal) ? target[Prefix.Length..] : "";
        if (
            operation is not ("RunTask" or "StopTask" or "DescribeTasks" or "ListTasks" or "DescribeTaskDefinition")
            || JsonNode.Parse(RequestPayload.Of(context).Bytes.Span) is not JsonObject request
        )
        {
            await moto.HandleAsync(context);
            return;
        }

        if (operation is "RunTask" or "DescribeTaskDefinition")
        {
            await NameRevisionAsync(request, context.RequestAborted);
            Replace(context, request);
        }

        if (operation == "DescribeTaskDefinition" || !local.Serves((string?)request["cluster"]))
        {
            await moto.HandleAsync(context);
            return;
        }

        if (operation == "RunTask")
        {
            await PrepareAsync(request, context.RequestAborted);
            Replace(context, request);
        }

        await local.HandleAsync(context);
    }

    private static void Replace(HttpContext context, JsonObject request) =>
        context.Features.Set(
            new RequestPayload(Encoding.UTF8.GetBytes(request.ToJsonString()), RequestPayload.Of(context).Trailers)
        );

    /// <summary>
    /// Puts the newest active revision in place of a family alone, as ECS does: moto takes the newest one though it has
    /// been deregistered.
    /// </summary>
    private async Task NameRevisionAsync(JsonObject request, CancellationToken cancellationToken)
    {
        if (
            (string?)request["taskDefinition"] is not { Length: > 0 } family
            || family.Contains(':', StringComparison.Ordinal)
        )
        {
            return;
        }

        var asked = new JsonObject { ["familyPrefix"] = family, ["status"] = "ACTIVE" };
        var listed = await door.JsonAsync("ecs", $"{Prefix}ListTaskDefinitions", asked, cancellationToken);
        request["taskDefinition"] =
            listed["taskDefinitionArns"]!.AsArray().Select(static arn => (string)arn!).MaxBy(RevisionOf)
            ?? throw new AwsException("ClientException", "Unable to describe task definition.");
    }

    private static int RevisionOf(string arn) =>
        int.Parse(arn.AsSpan(arn.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);

    /// <summary>Looks up what ECS would look up: the cluster's instances, and the definition.</summary>
    private async Task PrepareAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var cluster = new JsonObject { ["cluster"] = (string?)request["cluster"] };
        var instances = await door.JsonAsync("ecs", $"{Prefix}ListContainerInstances", cluster, cancellationToken);
        if (instances["containerInstanceArns"] is not JsonArray { Count: > 0 })
        {
            throw new AwsException("InvalidParameterException", "No Container Instances were found in your cluster.");
        }

        var named = new JsonObject { ["taskDefinition"] = (string?)request["taskDefinition"] };
        var answer = await door.JsonAsync("ecs", $"{Prefix}DescribeTaskDefinition", named, cancellationToken);
        var definition = answer["taskDefinition"]!.AsObject();
        local.Adopt(definition);
        request["taskDefinition"] = (string?)definition["taskDefinitionArn"];
    }
}
