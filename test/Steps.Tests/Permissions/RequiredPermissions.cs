namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>What IAM is asked for when a request arrives, by the service authorization reference.</summary>
internal static class RequiredPermissions
{
    // How the SDK's names of services read in a policy.
    private static readonly Dictionary<string, string> s_prefixes = new()
    {
        ["AutoScaling"] = "autoscaling",
        ["BedrockRuntime"] = "bedrock",
        ["CloudFormation"] = "cloudformation",
        ["CloudWatch"] = "cloudwatch",
        ["CloudWatchLogs"] = "logs",
        ["Connect"] = "connect",
        ["ECR"] = "ecr",
        ["ECS"] = "ecs",
        ["ElasticLoadBalancingV2"] = "elasticloadbalancing",
        ["KinesisVideo"] = "kinesisvideo",
        ["KinesisVideoMedia"] = "kinesisvideo",
        ["Lambda"] = "lambda",
        ["S3"] = "s3",
        ["SimpleSystemsManagement"] = "ssm",
        ["StepFunctions"] = "states",
    };

    // Requests whose permission has another name, or that need more than one.
    private static readonly Dictionary<string, string[]> s_otherwise = new()
    {
        // Without ListBucket, S3 answers 403 for an object that is not there, and the code could not tell the two apart.
        ["S3.GetObject"] = ["s3:GetObject", "s3:ListBucket", "kms:Decrypt"],
        ["S3.ListObjectsV2"] = ["s3:ListBucket"],
        ["S3.PutObject"] = ["s3:PutObject", "kms:GenerateDataKey"],
        ["Lambda.Invoke"] = ["lambda:InvokeFunction"],
        ["BedrockRuntime.InvokeModelWithBidirectionalStream"] = ["bedrock:InvokeModel"],
        ["ECS.RunTask"] = ["ecs:RunTask", "iam:PassRole to ecs-tasks"],
        // Amazon Connect encrypts its streams by a key of the account.
        ["KinesisVideoMedia.GetMedia"] = ["kinesisvideo:GetMedia", "kms:Decrypt through kinesisvideo"],
    };

    // What a member of a request that is set, or of an answer that is read, asks for beside the request.
    private static readonly Dictionary<string, string[]> s_byMember = new()
    {
        ["PutObjectRequest.set_TagSet"] = ["s3:PutObjectTagging"],
        ["CreateChangeSetRequest.set_RoleARN"] = ["iam:PassRole to cloudformation"],
        ["DeleteStackRequest.set_RoleARN"] = ["iam:PassRole to cloudformation"],
        ["RegisterTaskDefinitionRequest.set_TaskRoleArn"] = ["iam:PassRole to ecs-tasks"],
        ["RegisterTaskDefinitionRequest.set_ExecutionRoleArn"] = ["iam:PassRole to ecs-tasks"],
        ["RegisterTaskDefinitionRequest.set_Tags"] = ["ecs:TagResource"],
        ["CreateContactFlowRequest.set_Tags"] = ["connect:TagResource"],
        ["CreateContactFlowModuleRequest.set_Tags"] = ["connect:TagResource"],
        // GetFunction leaves the tags out, and says so in TagsError, where they may not be listed.
        ["GetFunctionResponse.get_TagsError"] = ["lambda:ListTags"],
        ["CreateFunctionRequest.set_Tags"] = ["lambda:TagResource"],
        ["CreateFunctionRequest.set_Role"] = ["iam:PassRole to lambda"],
        ["UpdateFunctionConfigurationRequest.set_Role"] = ["iam:PassRole to lambda"],
        ["UpdateFunctionConfigurationRequest.set_Layers"] = ["lambda:GetLayerVersion"],
        // Lambda looks at the network in the name of whoever puts a function into it.
        ["UpdateFunctionConfigurationRequest.set_VpcConfig"] =
        [
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
        ],
        // An environment that is encrypted by a key of the account: who asks for its error reads such ones.
        ["EnvironmentResponse.get_Error"] = ["kms:Decrypt through lambda"],
        ["UpdateFunctionConfigurationRequest.set_Environment"] =
        [
            "kms:Encrypt through lambda",
            "kms:CreateGrant through lambda",
        ],
    };

    // Requests of our own, which no client of the SDK sends.
    private static readonly Dictionary<string, string> s_byHand = new()
    {
        ["MediaUpload.PutAsync"] = "kinesisvideo:PutMedia",
    };

    public static IReadOnlyList<string> Of(ReachableCode code)
    {
        var requests = new SdkRequests(code);
        requests.Unknown.ShouldBeEmpty("Nobody knows what these send.");
        return
        [
            .. requests
                .Operations.SelectMany(Of)
                .Concat(requests.Members.Where(s_byMember.ContainsKey).SelectMany(member => s_byMember[member]))
                .Concat(
                    code.Methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                        .Where(s_byHand.ContainsKey)
                        .Select(method => s_byHand[method])
                )
                .Distinct(),
        ];
    }

    /// <summary>The role allows what is required, and nothing else.</summary>
    public static void ShouldBeAllowedBy(this IEnumerable<string> required, Role role)
    {
        var asked = required.Distinct().ToList();
        asked.Except(role.Permissions).ShouldBeEmpty($"The code asks for more than {role.Id} allows.");
        role.Permissions.Except(asked).ShouldBeEmpty($"{role.Id} allows more than the code asks for.");
    }

    private static IEnumerable<string> Of(string operation)
    {
        var (service, name) = (operation.Split('.')[0], operation.Split('.')[1]);
        s_prefixes.ShouldContainKey(service, "How do policies write it?");
        return s_otherwise.TryGetValue(operation, out var permissions)
            ? permissions
            : [$"{s_prefixes[service]}:{name}"];
    }
}
