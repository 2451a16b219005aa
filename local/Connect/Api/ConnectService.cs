using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Connect.Api;

/// <summary>
/// Amazon Connect's control plane: one instance with its flows and modules, published and saved, and the functions that
/// they may invoke. Content is checked before it is published, as Connect does.
/// </summary>
public sealed class ConnectService(ConnectInstance instance) : IAwsService
{
    private readonly FlowOperations _flows = new(instance, FlowKind.Flow);
    private readonly FlowOperations _modules = new(instance, FlowKind.Module);
    private readonly InstanceOperations _instance = new(instance);

    public string SigningName => "connect";

    public Task HandleAsync(HttpContext context)
    {
        if (instance.TakeThrottle())
        {
            throw new AwsException(
                "ThrottlingException",
                "The throttling limit has been exceeded.",
                StatusCodes.Status429TooManyRequests
            );
        }

        var answer = Answer(context, Segments(context));
        return AwsJson.WriteAsync(context, answer, ConnectJson.Default.JsonObject);
    }

    private JsonObject Answer(HttpContext context, string[] path)
    {
        if (path is not ["instance"] && path is [_, var name, ..])
        {
            Require(name);
        }

        return (context.Request.Method, path) switch
        {
            ("GET", ["instance"]) => _instance.List(),
            ("GET", ["instance", _]) => _instance.Describe(),
            ("PUT", ["instance", _, "lambda-function"]) => _instance.Associate(Body(context)),
            ("DELETE", ["instance", _, "lambda-function"]) => _instance.Dissociate(context.Request.Query),
            ("GET", ["instance", _, "lambda-functions"]) => _instance.ListFunctions(context.Request.Query),
            (_, [var kind, ..]) when kind == FlowKind.Flow.Path || kind == FlowKind.Flow.SummaryPath => Answer(
                context,
                path,
                _flows
            ),
            (_, [var kind, ..]) when kind == FlowKind.Module.Path || kind == FlowKind.Module.SummaryPath => Answer(
                context,
                path,
                _modules
            ),
            _ => throw NotOffered(context),
        };
    }

    private static JsonObject Answer(HttpContext context, string[] path, FlowOperations operations) =>
        (context.Request.Method, path) switch
        {
            ("GET", [var summary, _]) when summary == operations.Kind.SummaryPath => operations.List(
                context.Request.Query
            ),
            ("PUT", [_, _]) => operations.Create(Body(context)),
            ("GET", [_, _, var id]) => operations.Describe(id),
            ("DELETE", [_, _, var id]) => operations.Delete(id),
            ("POST", [_, _, var id, "content"]) => operations.UpdateContent(id, Body(context)),
            ("POST", [_, _, var id, "metadata" or "name"]) => operations.UpdateMetadata(id, Body(context)),
            _ => throw NotOffered(context),
        };

    /// <summary>An id in a path may be an ARN, whose slashes are encoded: it is split before it is decoded.</summary>
    private static string[] Segments(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        return [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }

    private static JsonObject Body(HttpContext context) => AwsJson.Read(context, ConnectJson.Default.JsonObject);

    private void Require(string name)
    {
        if (name != instance.Id && name != instance.Arn)
        {
            throw new AwsException(
                "ResourceNotFoundException",
                $"There is no instance '{name}'; there is {instance.Id}.",
                StatusCodes.Status404NotFound
            );
        }
    }

    private static AwsException NotOffered(HttpContext context) =>
        new(
            "UnknownOperationException",
            $"The local Connect does not offer {context.Request.Method} {context.Request.Path}.",
            StatusCodes.Status404NotFound
        );
}
