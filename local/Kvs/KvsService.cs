using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Kvs;

/// <summary>Kinesis Video Streams: its streams, PutMedia and GetMedia, which all sign as <c>kinesisvideo</c>.</summary>
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

    private readonly StreamOperations _operations = new(streams);

    public string SigningName => "kinesisvideo";

    public Task HandleAsync(HttpContext context) =>
        (context.Request.Method, context.Request.Path.Value) switch
        {
            ("POST", "/getDataEndpoint") => GetDataEndpointAsync(context),
            ("POST", "/getMedia") => GetMediaAsync(context),
            ("POST", RequestVerifier.PutMediaPath) => PutMediaAsync(context),
            ("POST", "/createStream") => AwsJson.WriteAsync(
                context,
                _operations.Create(AwsJson.Read(context, KvsJson.Default.CreateStreamInput)),
                KvsJson.Default.CreateStreamOutput
            ),
            ("POST", "/describeStream") => DescribeAsync(context),
            ("POST", "/deleteStream") => AwsJson.WriteAsync(
                context,
                _operations.Delete(AwsJson.Read(context, KvsJson.Default.DeleteStreamInput)),
                KvsJson.Default.EmptyOutput
            ),
            var (method, path) => throw new AwsException(
                "UnknownOperationException",
                $"The local Kinesis Video knows no {method} {path}: it has CreateStream, DescribeStream, DeleteStream, GetDataEndpoint, GetMedia and PutMedia.",
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

    private Task DescribeAsync(HttpContext context)
    {
        var input = AwsJson.Read(context, KvsJson.Default.DescribeStreamInput);
        var stream = Find(input.StreamName, input.StreamArn);
        return AwsJson.WriteAsync(context, StreamOperations.Describe(stream), KvsJson.Default.DescribeStreamOutput);
    }

    private Task PutMediaAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var stream = Find(headers["x-amzn-stream-name"], headers["x-amzn-stream-arn"]);
        return new MediaIngest(context, stream, time).RunAsync();
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

        return streams.TryFind(name, arn, out var stream) ? stream : throw NotFound(name ?? arn!);
    }

    internal static AwsException NotFound(string stream) =>
        new(
            "ResourceNotFoundException",
            $"The requested stream is not found or not active: {stream}.",
            StatusCodes.Status404NotFound
        );
}
