using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>Who may use what the stack keeps: this account by its own roles, and services for this account alone.</summary>
public sealed class KeysAndBucketsTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();
    private static readonly JsonNode s_resources = s_template["Resources"]!;

    public static TheoryData<string> Buckets =>
        [.. DeployedTemplate.OfType(s_template, "AWS::S3::Bucket").Select(bucket => bucket.Key)];

    public static TheoryData<string> Keys =>
        [.. DeployedTemplate.OfType(s_template, "AWS::KMS::Key").Select(key => key.Key)];

    [Theory]
    [MemberData(nameof(Buckets))]
    public void A_bucket_is_encrypted_by_its_own_key_private_and_outlives_the_stack(string id)
    {
        var bucket = s_resources[id]!;
        var properties = bucket["Properties"]!;
        var key = id.Replace("Bucket", "Key", StringComparison.Ordinal);

        properties["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!
            .ToJsonString()
            .ShouldBe($$$"""{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":{"Fn::GetAtt":["{{{key}}}","Arn"]}}""");
        properties["PublicAccessBlockConfiguration"]!.AsObject().Count.ShouldBe(4);
        properties["PublicAccessBlockConfiguration"]!.AsObject().ShouldAllBe(setting => (bool)setting.Value!);
        ((string?)properties["OwnershipControls"]!["Rules"]![0]!["ObjectOwnership"]).ShouldBe("BucketOwnerEnforced");
        ((string?)bucket["DeletionPolicy"]).ShouldBe("Retain");
        ((string?)bucket["UpdateReplacePolicy"]).ShouldBe("Retain");
    }

    [Theory]
    [MemberData(nameof(Buckets))]
    public void Nobody_comes_to_a_bucket_or_to_what_is_in_it_without_TLS(string id)
    {
        var policy = s_resources[$"{id}Policy"]!["Properties"]!;

        policy["Bucket"]!.ToJsonString().ShouldBe($$"""{"Ref":"{{id}}"}""");
        var denied = policy["PolicyDocument"]!["Statement"]!
            .AsArray()
            .Single(statement => (string?)statement!["Effect"] == "Deny")!;
        ((string?)denied["Principal"]).ShouldBe("*");
        ((string?)denied["Action"]).ShouldBe("s3:*");
        denied["Condition"]!.ToJsonString().ShouldBe("""{"Bool":{"aws:SecureTransport":"false"}}""");
        denied["Resource"]!
            .ToJsonString()
            .ShouldBe($$$$"""[{"Fn::GetAtt":["{{{{id}}}}","Arn"]},{"Fn::Sub":"${{{{{id}}}}.Arn}/*"}]""");
    }

    /// <summary>The steps write there; only who may pass over a lock could take a backup away.</summary>
    [Fact]
    public void A_backup_is_kept_in_every_version_and_locked()
    {
        var bucket = s_resources["BackupBucket"]!["Properties"]!;

        ((string?)bucket["VersioningConfiguration"]!["Status"]).ShouldBe("Enabled");
        ((bool)bucket["ObjectLockEnabled"]!).ShouldBeTrue();
        bucket["ObjectLockConfiguration"]!["Rule"]!["DefaultRetention"]!
            .ToJsonString()
            .ShouldBe("""{"Mode":"GOVERNANCE","Days":{"Ref":"BackupLockDays"}}""");
        // A lock that a role may pass over is none.
        s_template.ToJsonString().ShouldNotContain("s3:BypassGovernanceRetention");
        s_template.ToJsonString().ShouldNotContain("s3:PutBucketObjectLockConfiguration");
        s_template.ToJsonString().ShouldNotContain("s3:PutObjectRetention");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_rotates_and_outlives_the_stack_as_what_it_encrypts_does(string id)
    {
        var key = s_resources[id]!;

        ((bool)key["Properties"]!["EnableKeyRotation"]!).ShouldBeTrue();
        ((string?)key["DeletionPolicy"]).ShouldBe("Retain");
        ((string?)key["UpdateReplacePolicy"]).ShouldBe("Retain");
    }

    [Theory]
    [InlineData(
        "CallKey",
        "connect.amazonaws.com: kms:Decrypt for connect:instance/${ConnectInstanceId}",
        "events.amazonaws.com: kms:Decrypt kms:GenerateDataKey for events:rule/*"
    )]
    [InlineData(
        "BackupKey",
        "logs.${AWS::Region}.amazonaws.com: kms:Encrypt kms:Decrypt kms:ReEncryptFrom kms:ReEncryptTo kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:DescribeKey for logs:log-group:/ecs/nova-sonic-* logs:log-group:/vpc/nova-sonic-*",
        "cloudwatch.amazonaws.com: kms:Decrypt kms:GenerateDataKey for cloudwatch:alarm:nova-sonic-*"
    )]
    public void A_key_is_used_by_the_accounts_roles_and_by_these_services_for_this_account(
        string id,
        params string[] services
    )
    {
        var statements = s_resources[id]!["Properties"]!["KeyPolicy"]!["Statement"]!.AsArray();

        statements[0]!["Principal"]!
            .ToJsonString()
            .ShouldBe("""{"AWS":{"Fn::Sub":"arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}}""");
        statements.Skip(1).Select(statement => Told(statement!)).ShouldBe(services);
    }

    /// <summary>Whom a statement lets do what, and on behalf of which resources of this account.</summary>
    private static string Told(JsonNode statement)
    {
        const string Here = "arn:${AWS::Partition}:";
        var principal = statement["Principal"]!["Service"]!;
        var name = principal is JsonObject made ? made["Fn::Sub"] : principal;
        var actions = statement["Action"] as JsonArray ?? [statement["Action"]!.DeepClone()];
        var arns = statement["Condition"]!["ArnLike"]!.AsObject().ShouldHaveSingleItem().Value!;
        var places = (arns as JsonArray ?? [arns.DeepClone()]).Select(arn => (string)arn!["Fn::Sub"]!).ToList();

        places.ShouldAllBe(arn =>
            arn.StartsWith(Here, StringComparison.Ordinal)
            && arn.Contains(":${AWS::Region}:${AWS::AccountId}:", StringComparison.Ordinal)
        );
        return $"{name}: {string.Join(' ', actions.Select(action => (string)action!))} for "
            + string.Join(
                ' ',
                places.Select(arn =>
                    arn[Here.Length..].Replace(":${AWS::Region}:${AWS::AccountId}:", ":", StringComparison.Ordinal)
                )
            );
    }
}
