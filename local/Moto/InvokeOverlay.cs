using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Moto;

/// <summary>
/// Lambda, of which moto keeps the functions and this machine runs them: the product's as processes, others as stand-ins.
/// </summary>
/// <param name="product">Runs the product's functions.</param>
/// <param name="simulated">Stand-ins for functions that are not the product's.</param>
/// <param name="rest">Answers everything but invocations.</param>
public sealed class InvokeOverlay(
    LambdaService product,
    IReadOnlyCollection<ISimulatedFunction> simulated,
    IAwsService rest
) : IAwsService, ILambdaInvoker
{
    private const string Root = "/2015-03-31/functions/";
    private const string Invocations = "/invocations";

    public string SigningName => "lambda";

    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || !path.StartsWith(Root, StringComparison.Ordinal)
            || !path.EndsWith(Invocations, StringComparison.Ordinal)
        )
        {
            return rest.HandleAsync(context);
        }

        var function = path[Root.Length..^Invocations.Length];
        return Simulated(function) is { } standIn
            ? AnswerAsync(context, standIn, Qualifier(function) ?? context.Request.Query["Qualifier"])
            : product.HandleAsync(context);
    }

    public Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) =>
        Simulated(function) is { } standIn
            ? standIn.InvokeAsync(Qualifier(function), payload, cancellationToken)
            : product.InvokeAsync(function, payload, cancellationToken);

    private static async Task AnswerAsync(HttpContext context, ISimulatedFunction function, string? qualifier)
    {
        var response = context.Response;
        var type = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        if (type == "DryRun")
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var payload = RequestPayload.Of(context).Bytes;
        var result = await function.InvokeAsync(qualifier, payload.IsEmpty ? "{}"u8.ToArray() : payload, default);
        if (type == "Event")
        {
            response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        response.Headers["X-Amz-Executed-Version"] = qualifier ?? "$LATEST";
        if (result.FunctionError is { } error)
        {
            response.Headers["X-Amz-Function-Error"] = error;
        }

        response.ContentType = "application/json";
        response.ContentLength = result.Payload.Length;
        await response.Body.WriteAsync(result.Payload, context.RequestAborted);
    }

    private ISimulatedFunction? Simulated(string function)
    {
        var name = FunctionName.Of(function);
        return simulated.FirstOrDefault(standIn => standIn.Name == name);
    }

    private static string? Qualifier(string function)
    {
        var name = FunctionName.Of(function);
        var end = function.LastIndexOf(name, StringComparison.Ordinal) + name.Length;
        return end < function.Length ? function[(end + 1)..] : null;
    }
}
