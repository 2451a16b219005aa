using System;
using System.Xml.Linq;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly QueryProtocol Protocol = new("Amazon.CloudFormation", "2010-05-15");

    public static InvokeOptions CreateChangeSet { get; } =
        Of<CreateChangeSetRequest, CreateChangeSetResponse>(
            "CreateChangeSet",
            Requests.Write,
            Answers.CreateChangeSetResponseOf
        );

    public static InvokeOptions DeleteChangeSet { get; } =
        Of<DeleteChangeSetRequest, DeleteChangeSetResponse>(
            "DeleteChangeSet",
            Requests.Write,
            static _ => new DeleteChangeSetResponse()
        );

    public static InvokeOptions DeleteStack { get; } =
        Of<DeleteStackRequest, DeleteStackResponse>(
            "DeleteStack",
            Requests.Write,
            static _ => new DeleteStackResponse()
        );

    public static InvokeOptions DescribeChangeSet { get; } =
        Of<DescribeChangeSetRequest, DescribeChangeSetResponse>(
            "DescribeChangeSet",
            Requests.Write,
            Answers.DescribeChangeSetResponseOf
        );

    public static InvokeOptions DescribeStackEvents { get; } =
        Of<DescribeStackEventsRequest, DescribeStackEventsResponse>(
            "DescribeStackEvents",
            Requests.Write,
            Answers.DescribeStackEventsResponseOf
        );

    public static InvokeOptions DescribeStacks { get; } =
        Of<DescribeStacksRequest, DescribeStacksResponse>(
            "DescribeStacks",
            Requests.Write,
            Answers.DescribeStacksResponseOf
        );

    public static InvokeOptions ExecuteChangeSet { get; } =
        Of<ExecuteChangeSetRequest, ExecuteChangeSetResponse>(
            "ExecuteChangeSet",
            Requests.Write,
            static _ => new ExecuteChangeSetResponse()
        );

    public static InvokeOptions ListStackResources { get; } =
        Of<ListStackResourcesRequest, ListStackResourcesResponse>(
            "ListStackResources",
            Requests.Write,
            Answers.ListStackResourcesResponseOf
        );

    private static InvokeOptions Of<TInput, TOutput>(
        string operation,
        Action<QueryForm, TInput> write,
        Func<XElement, TOutput> read
    )
        where TInput : AmazonWebServiceRequest
        where TOutput : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new QueryMarshaller<TInput>(Protocol, operation, write),
            ResponseUnmarshaller = new XmlAnswer<TOutput>(operation, read, ServiceErrors.Read),
        };
}
