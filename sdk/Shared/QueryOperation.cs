using System;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

/// <summary>How a service is called that takes a form and answers XML.</summary>
/// <param name="ServiceName">The package's name, for the request's metrics.</param>
/// <param name="ApiVersion">The date of the service's model.</param>
internal sealed record QueryProtocol(string ServiceName, string ApiVersion);

/// <summary>Writes one operation's input as the form of its request.</summary>
internal sealed class QueryMarshaller<TInput>(
    QueryProtocol protocol,
    string operation,
    Action<QueryForm, TInput> write
) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TInput : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        // The pipeline makes the body out of the parameters.
        var request = new DefaultRequest(input, protocol.ServiceName) { HttpMethod = "POST" };
        request.Parameters.Add("Action", operation);
        request.Parameters.Add("Version", protocol.ApiVersion);
        write(new QueryForm(request.Parameters, ""), (TInput)input);
        return request;
    }
}
