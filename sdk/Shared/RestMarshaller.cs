using System;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.StandIns;

/// <summary>How a service is called whose operations are methods and paths.</summary>
/// <param name="ServiceName">The package's name, for the request's metrics.</param>
/// <param name="ApiVersion">The date of the service's model.</param>
/// <param name="Refuse">Makes the service's exception for a request that cannot be sent.</param>
internal sealed record RestProtocol(
    string ServiceName,
    string ApiVersion,
    Func<string, AmazonServiceException> Refuse
);

/// <summary>Writes one operation's input as path, query, headers and body of its request.</summary>
/// <param name="protocol">How the service is called.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path, with names in braces.</param>
/// <param name="place">Writes all but the JSON body; null where there is nothing else.</param>
/// <param name="write">Writes the members of the JSON body; null where there is none.</param>
internal sealed class RestMarshaller<TInput>(
    RestProtocol protocol,
    string method,
    string path,
    Action<RestParts, TInput> place,
    Action<Utf8JsonWriter, TInput> write = null
) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TInput : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, protocol.ServiceName) { HttpMethod = method, ResourcePath = path };
        request.Headers[HeaderKeys.XAmzApiVersion] = protocol.ApiVersion;
        place?.Invoke(new RestParts(request, protocol.Refuse), (TInput)input);
        if (write is not null)
        {
            request.Headers[HeaderKeys.ContentTypeHeader] = "application/json";
            request.Content = JsonBody.Of((TInput)input, write);
        }

        return request;
    }
}
