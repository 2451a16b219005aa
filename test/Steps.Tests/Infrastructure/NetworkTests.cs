namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>Nobody reaches an instance from outside, and an instance reaches nothing but AWS.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void Nothing_is_open_to_the_world()
    {
        var ingress = EcsStack
            .OfType("AWS::EC2::SecurityGroup")
            .SelectMany(group => group.Properties["SecurityGroupIngress"]?.AsArray() ?? [])
            .Concat(EcsStack.OfType("AWS::EC2::SecurityGroupIngress").Select(rule => rule.Properties))
            .ToList();

        ingress.Count.ShouldBe(3);
        ingress.ShouldAllBe(rule => rule!["CidrIpv6"] == null && (string?)rule["IpProtocol"] == "tcp");
        ingress
            .Where(rule => rule!["CidrIp"] is not null)
            .ShouldAllBe(rule => rule!["CidrIp"]!.ToJsonString() == """{"Ref":"VpcCidr"}""");
        ingress
            .Where(rule => rule!["CidrIp"] is null)
            .ShouldAllBe(rule => rule!["SourceSecurityGroupId"]!["Fn::GetAtt"] != null);
    }

    [Fact]
    public void Instances_accept_the_load_balancer_alone_where_Docker_gives_ports()
    {
        var rule = EcsStack.OfType("AWS::EC2::SecurityGroupIngress").ShouldHaveSingleItem().Properties;

        rule["GroupId"]!.ToJsonString().ShouldBe("""{"Fn::GetAtt":["InstanceGroup","GroupId"]}""");
        rule["SourceSecurityGroupId"]!.ToJsonString().ShouldBe("""{"Fn::GetAtt":["BalancerGroup","GroupId"]}""");
        ((int)rule["FromPort"]!, (int)rule["ToPort"]!).ShouldBe((32768, 65535));
        EcsStack.Properties("InstanceGroup")["SecurityGroupIngress"].ShouldBeNull();
        EcsStack.Properties("LaunchTemplate")["LaunchTemplateData"]!["SecurityGroupIds"]!
            .ToJsonString()
            .ShouldBe("""[{"Fn::GetAtt":["InstanceGroup","GroupId"]}]""");
    }

    [Fact]
    public void Instances_leave_by_HTTPS_and_ask_for_names_within_the_VPC() =>
        EcsStack.Properties("InstanceGroup")["SecurityGroupEgress"]!
            .AsArray()
            .Select(rule =>
                $"{rule!["IpProtocol"]} {rule["FromPort"]}-{rule["ToPort"]} {rule["CidrIp"]!.ToJsonString()}"
            )
            .ShouldBe([
                "tcp 443-443 \"0.0.0.0/0\"",
                """udp 53-53 {"Ref":"VpcCidr"}""",
                """tcp 53-53 {"Ref":"VpcCidr"}""",
            ]);

    [Fact]
    public void A_group_without_a_rule_for_what_leaves_it_would_let_everything_leave() =>
        EcsStack
            .OfType("AWS::EC2::SecurityGroup")
            .ShouldAllBe(group => group.Properties["SecurityGroupEgress"]!.AsArray().Count > 0);

    [Fact]
    public void No_subnet_gives_public_addresses_and_instances_and_load_balancer_stay_in_the_private_ones()
    {
        EcsStack.OfType("AWS::EC2::Subnet").Count().ShouldBe(3);
        EcsStack.OfType("AWS::EC2::Subnet").ShouldAllBe(subnet => !(bool)subnet.Properties["MapPublicIpOnLaunch"]!);
        const string Private =
            """{"Fn::If":["OwnNetwork",[{"Ref":"PrivateSubnetA"},{"Ref":"PrivateSubnetB"}],{"Fn::Split":[",",{"Ref":"PrivateSubnetIds"}]}]}""";
        EcsStack.Properties("AutoScalingGroup")["VPCZoneIdentifier"]!.ToJsonString().ShouldBe(Private);
        EcsStack.Properties("Balancer")["Subnets"]!.ToJsonString().ShouldBe(Private);
        ((string?)EcsStack.Properties("Balancer")["Scheme"]).ShouldBe("internal");
    }

    [Fact]
    public void Private_subnets_lie_in_two_zones_and_leave_by_the_NAT_gateway()
    {
        EcsStack.Properties("PrivateSubnetA")["AvailabilityZone"]!["Fn::Select"]![0]!.ToString().ShouldBe("0");
        EcsStack.Properties("PrivateSubnetB")["AvailabilityZone"]!["Fn::Select"]![0]!.ToString().ShouldBe("1");
        EcsStack.Properties("PrivateRoute")["NatGatewayId"].ShouldNotBeNull();
        EcsStack.Properties("PrivateRoute")["GatewayId"].ShouldBeNull();
        foreach (var id in new[] { "PrivateSubnetARoutes", "PrivateSubnetBRoutes" })
        {
            EcsStack.Properties(id)["RouteTableId"]!.ToJsonString().ShouldBe("""{"Ref":"PrivateRouteTable"}""");
        }
    }

    [Fact]
    public void What_a_network_of_ones_own_needs_is_made_only_without_an_existing_one()
    {
        string[] types =
        [
            "AWS::EC2::VPC",
            "AWS::EC2::Subnet",
            "AWS::EC2::Route",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::EC2::EIP",
            "AWS::EC2::NatGateway",
            "AWS::EC2::FlowLog",
        ];
        var resources = EcsStack.Read()["Resources"]!.AsObject().Select(resource => resource.Value!).ToList();

        foreach (var type in types)
        {
            var made = resources.Where(resource => (string?)resource["Type"] == type).ToList();
            made.ShouldNotBeEmpty(type);
            made.ShouldAllBe(resource => (string?)resource["Condition"] == "OwnNetwork");
        }

        EcsStack.Properties("FlowLog")["TrafficType"]!.ToString().ShouldBe("ALL");
    }

    [Fact]
    public void Endpoints_lead_to_every_service_that_bridge_and_agent_call()
    {
        var services = EcsStack
            .OfType("AWS::EC2::VPCEndpoint")
            .ToLookup(
                endpoint => (string)endpoint.Properties["VpcEndpointType"]!,
                endpoint =>
                    ((string)endpoint.Properties["ServiceName"]!["Fn::Sub"]!)["com.amazonaws.${AWS::Region}.".Length..]
            );

        services["Gateway"].ShouldBe(["s3"]);
        services["Interface"]
            .ShouldBe(
                [
                    "bedrock-runtime",
                    "ecr.api",
                    "ecr.dkr",
                    "ecs",
                    "ecs-agent",
                    "ecs-telemetry",
                    "kinesisvideo",
                    "lambda",
                    "logs",
                    "states",
                ],
                ignoreOrder: true
            );
        EcsStack
            .OfType("AWS::EC2::VPCEndpoint")
            .Where(endpoint => (string?)endpoint.Properties["VpcEndpointType"] == "Interface")
            .ShouldAllBe(endpoint => (bool)endpoint.Properties["PrivateDnsEnabled"]!);
    }

    [Fact]
    public void The_load_balancer_drops_headers_that_are_none_and_can_be_deleted_by_a_rollback()
    {
        var attributes = EcsStack.Properties("Balancer")["LoadBalancerAttributes"]!
            .AsArray()
            .ToDictionary(pair => (string)pair!["Key"]!, pair => (string)pair!["Value"]!);

        attributes["routing.http.drop_invalid_header_fields.enabled"].ShouldBe("true");
        attributes["deletion_protection.enabled"].ShouldBe("false");
        EcsStack.Properties("BalancerGroup")["SecurityGroupIngress"]!.AsArray().ShouldHaveSingleItem()!["FromPort"]!
            .ToJsonString()
            .ShouldBe(EcsStack.Properties("StandbyListener")["Port"]!.ToJsonString());
    }
}
