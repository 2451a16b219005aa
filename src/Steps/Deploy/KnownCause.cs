namespace SonicBridge.Steps.Deploy;

/// <summary>What CloudFormation says of a failure, and what an engineer does about it.</summary>
internal static class KnownCause
{
    // The first line of which one text is found decides; the more special ones stand first.
    private static readonly (string[] Texts, string Mend)[] s_causes =
    [
        (
            ["service linked role", "service-linked role"],
            "Make the role once in this account: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com "
                + "(or autoscaling, elasticloadbalancing, as the reason names it)."
        ),
        (
            [
                "is not authorized to perform",
                "AccessDenied",
                "Access denied",
                "UnauthorizedOperation",
                "not authorized",
            ],
            "Allow that action: in the role StackRole of serverless.template, or in the policy (SCP, boundary) that forbids it."
        ),
        (
            ["InsufficientCapabilities", "Requires capabilities"],
            "Update the functions: this version's advance-stack grants CAPABILITY_NAMED_IAM."
        ),
        (
            ["VcpuLimitExceeded", "vCPU"],
            "Ask for more under Service Quotas, EC2, Running On-Demand instances, or give fewer by stackParameters.DesiredInstances and MinInstances."
        ),
        (
            ["InsufficientInstanceCapacity", "sufficient capacity"],
            "Give other types by stackParameters.InstanceTypes, or try again later."
        ),
        (
            ["LimitExceeded", "limit exceeded", "maximum number", "quota", "Quota"],
            "Ask for a higher quota under Service Quotas, or remove what is not used; for VPCs and Elastic IPs an existing "
                + "network can be given by stackParameters.VpcId and PrivateSubnetIds."
        ),
        (
            ["ParameterNotFound", "Unable to fetch parameters", "SSM"],
            "This region has no such parameter: give one that is there by stackParameters.X86Image or ArmImage."
        ),
        (
            ["already exists", "AlreadyExists", "already in use", "is not unique"],
            "Remove or rename what has that name, or deploy it under another by stackParameters; two such stacks in one region cannot be."
        ),
        (
            ["two subnets in two different Availability Zones", "InvalidSubnet", "SubnetNotFound", "subnet"],
            "Give private subnets of one VPC in two zones or more, with free addresses, by stackParameters.PrivateSubnetIds."
        ),
        (
            ["CIDR", "Cidr"],
            "Give ranges that lie in the VPC's and do not overlap by stackParameters.VpcCidr, PublicSubnetCidr, PrivateSubnetACidr, PrivateSubnetBCidr."
        ),
        (
            ["KMS", "kms"],
            "Let CloudWatch Logs and SNS use the key: by the policy of BackupKey in serverless.template, or give another by stackParameters.KmsKeyArn."
        ),
        (
            ["CannotPull", "did not stabilize", "Circuit Breaker", "circuit breaker"],
            "Push the image (imageTag) to the repository and see the service's events in the ECS console: a bridge that cannot be pulled or started stands there."
        ),
        (
            ["Template format error", "Template error", "Template validation", "Unresolved"],
            "The template and this version of the functions do not fit: deploy serverless.template again."
        ),
    ];

    /// <summary>The reason, followed by what mends it.</summary>
    public static string Mend(string reason)
    {
        foreach (var (texts, mend) in s_causes)
        {
            if (texts.Any(text => reason.Contains(text, StringComparison.Ordinal)))
            {
                return $"{reason.TrimEnd('.')}. {mend}";
            }
        }

        return $"{reason.TrimEnd('.')}. Mend that, and start again; the stack's events in the CloudFormation console say more.";
    }
}
