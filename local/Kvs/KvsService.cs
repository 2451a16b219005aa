using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Kvs;

/// <summary>Kinesis Video Streams: GetDataEndpoint and GetMedia, which both sign as <c>kinesisvideo</c>.</summary>
public sealed class KvsService(KvsStreams streams, KvsSettings settings, TimeProvider time) : IAwsService
{
    private const int FragmentNotFound = 4000;

    private static readonly HashSet<string> ApiNames = new(StringComparer.Ordinal)
    {
        "PUT_MEDIA",
        "GET_MEDIA",
        "LIST_FRAGMENTS",
        "GET_MEDIA_FOR_FRAGMENT_LIST",
        "GET_HLS_STREAMING_SESSION_URL",
        "GET_DASH_STREAMING_SESSION_URL",
        "GET_CLIP",
        "GET_IMAGES",
    };

    public string SigningName => "kinesisvideo";

    public Task HandleAsync(HttpContext context) =>
        (context.Request.Method, context.Request.Path.Value) switch
        {
            ("POST", "/getDataEndpoint") => GetDataEndpointAsync(context),
            ("POST", "/getMedia") => GetMediaAsync(context),
            var (method, path) => throw new AwsException(
                "UnknownOperationException",
                $"The local Kinesis Video knows no {method} {path}: it has GetDataEndpoint and GetMedia.",
                StatusCodes.Status404NotFound
            ),
        };

    private Task GetDataEndpointAsync(HttpContext context)
    {
        var input = AwsJson.Read(context, KvsJson.Default.GetDataEndpointInput);
        if (input.ApiName is null || !ApiNames.Contains(input.ApiName))
        {
            throw StartSelector.Invalid($"APIName must be one of {string.Join(", ", ApiNames)}");
        }

        Find(input.StreamName, input.StreamArn);
        var door = $"{context.Request.Scheme}://{context.Request.Host}";
        return AwsJson.WriteAsync(context, new GetDataEndpointOutput(door), KvsJson.Default.GetDataEndpointOutput);
    }

    private async Task GetMediaAsync(HttpContext context)
    {
        var input = AwsJson.Read(context, KvsJson.Default.GetMediaInput);
        var stream = Find(input.StreamName, input.StreamArn);
        var isWanted = StartSelector.Read(input.StartSelector, stream);
        using var slot =
            stream.Connections.TryTake()
            ?? throw new AwsException(
                "ConnectionLimitExceededException",
                $"{ConnectionSlots.Limit} readers have this stream open already, and GetMedia allows no more: close one."
            );
        stream.Faults.TryDequeue(out var fault);
        if (fault is MediaFault.Refused refused)
        {
            throw new AwsException(refused.Code, "This is a fault that was asked for.");
        }

        var response = new MediaResponse(context, stream, settings, time, fault);
        await response.StartAsync();
        await (
            isWanted is null
                ? response.ReportAsync(FragmentNotFound, "FRAGMENT_NOT_FOUND")
                : response.SendAsync(isWanted)
        );
    }

    private KvsStream Find(string? name, string? arn)
    {
        if (name is null == arn is null)
        {
            throw StartSelector.Invalid("Give either StreamName or StreamARN");
        }

        return streams.TryFind(name, arn, out var stream)
            ? stream
            : throw new AwsException(
                "ResourceNotFoundException",
                $"The requested stream is not found or not active: {name ?? arn}.",
                StatusCodes.Status404NotFound
            );
    }
}
