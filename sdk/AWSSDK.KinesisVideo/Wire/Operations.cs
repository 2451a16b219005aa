using Amazon.KinesisVideo.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly JsonProtocol Protocol = new("Amazon.KinesisVideo", "2017-09-30", "application/json", null);

    public static InvokeOptions GetDataEndpoint { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<GetDataEndpointRequest>(
                Protocol,
                "GetDataEndpoint",
                "/getDataEndpoint",
                Requests.Write
            ),
            ResponseUnmarshaller = new JsonAnswer<GetDataEndpointResponse>(
                Answers.GetDataEndpointResponseOf,
                ServiceErrors.Read
            ),
        };
}
