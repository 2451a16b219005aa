using System;
using System.Xml.Linq;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly QueryProtocol Protocol = new("Amazon.AutoScaling", "2011-01-01");

    public static InvokeOptions DescribeAutoScalingGroups { get; } =
        Of<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse>(
            "DescribeAutoScalingGroups",
            Requests.Write,
            Answers.DescribeAutoScalingGroupsResponseOf
        );

    public static InvokeOptions SetInstanceProtection { get; } =
        Of<SetInstanceProtectionRequest, SetInstanceProtectionResponse>(
            "SetInstanceProtection",
            Requests.Write,
            static _ => new SetInstanceProtectionResponse()
        );

    public static InvokeOptions UpdateAutoScalingGroup { get; } =
        Of<UpdateAutoScalingGroupRequest, UpdateAutoScalingGroupResponse>(
            "UpdateAutoScalingGroup",
            Requests.Write,
            static _ => new UpdateAutoScalingGroupResponse()
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
