# Everything of Drover in one image: what it is told decides which part it is.
#
# The jar is built outside, so that the image needs no Maven and no network: `./drover --version`
# builds it if it is missing or older than the sources; by hand it is
# `mvn -Dquick -pl cli -am package`. Then `docker build -t drover .`
FROM eclipse-temurin:17-jre

# A volume that is mounted here for the first time takes over the owner.
RUN mkdir -p /var/lib/drover && chown 10001:10001 /var/lib/drover
COPY cli/target/drover.jar /opt/drover/drover.jar
USER 10001:10001
WORKDIR /var/lib/drover

# A process that is out of memory ends and is started anew. Names are looked up by the JVM and kept
# for 5 s only: a container that comes back may have another address.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
    "-Dvertx.disableDnsResolver=true", "-Dsun.net.inetaddr.ttl=5", \
    "-jar", "/opt/drover/drover.jar"]
CMD ["--help"]
